import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../models/people/person.ts';
import { knownServices } from '../../reference-service/known-services.ts';
import type { RunningService } from '../../reference-service/start-service.ts';
import { builtFile } from '../support/built-file.ts';
import { ask } from './support/ask.ts';
import { smallService } from './support/small-service.ts';

const { startService } = (await import(
  builtFile('dist/reference-service-start-service.js')
)) as typeof import('../../reference-service/start-service.ts');

const ONE_NODE = { nodes: 1, admissionTokens: 1_000, doorsOpenAfter: 0 };

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'surgeproof-test-'));

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const roomOf = ({ waitingRoom }: RunningService): string => waitingRoom?.base ?? '';

/** Stands in line until admitted; the ticket and the header to show. */
async function pass(service: RunningService, lane: string): Promise<{ ticket: number; header: Record<string, string> }> {
  const joined = (await ask(roomOf(service), 'POST', `/queue/${lane}/join`, {})).body;
  let { body } = { body: joined };
  while (body.state === 'waiting') {
    await new Promise((resolve) => setTimeout(resolve, body.pollMs as number));
    ({ body } = await ask(roomOf(service), 'GET', `/queue/poll?key=${joined.key}`));
  }
  return { ticket: joined.ticket as number, header: { 'x-queue-pass': body.pass as string } };
}

describe('the onnuri service', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService(smallService(await newFolder()));
  });
  afterAll(() => service.stop());

  it('is the run it was started for, and says the same at both addresses', async () => {
    const addresses = [service.bases.app!, roomOf(service)];
    const identities = await Promise.all(addresses.map((url) => ask(url, 'GET', '/.well-known/surgeproof.json')));
    expect(identities[0]?.body).toMatchObject({ name: 'onnuri', run: 'service-test', simulated: true, nodes: 2 });
    expect(identities[1]?.body).toEqual(identities[0]?.body);
    expect([service.identity, service.waitingRoom?.dialect]).toEqual(['service-test', 'surgeproof']);
    expect(
      service
        .processes()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['app', 'ledger', 'postgres', 'waiting room']);
  });

  it('admits, logs in, pays, keeps sessions when a node is killed, and the audit agrees with what was told', async () => {
    const { user, pin } = personOf(1);
    const { ticket, header } = await pass(service, 'payment');
    const { cookie } = await ask(service.bases.app!, 'POST', '/login', { user, pin }, header);
    const pay = (key: string) => ask(service.bases.app!, 'POST', '/payments', { key, merchant: 'm0001', amount: 100 }, { cookie });
    const before = [await pay('one'), await pay('one')];
    expect(before[0]).toEqual(before[1]);

    service.killNode(1);
    // A request that the dead node worked on breaks; the others go to the node that is left.
    const after = await vi.waitFor(() => pay('two'), 10_000);
    const many = await Promise.all(Array.from({ length: 20 }, () => ask(service.bases.app!, 'GET', '/balance', undefined, { cookie })));
    expect(many.every(({ status }) => status === 200)).toBe(true);

    const told = [before[0], after].map((reply, i) => ({
      person: 0,
      step: 'pay',
      key: ['one', 'two'][i]!,
      amount: 100,
      status: 'approved',
      receipt: String(reply?.body.receipt),
      facts: { store: 1 },
    }));
    const login = { person: 0, step: 'login', key: '', amount: null, status: 'home', receipt: '', facts: { lane: 'payment', ticket } };
    const audit = await service.audit!({
      journal: [...told, login],
      admissions: [{ lane: 'payment', ticket }],
      journalComplete: true,
      accounts: null,
      startedAt: null,
    });
    expect(audit.done).toBe(true);
    expect(audit.checks.filter(({ violations }) => violations > 0)).toEqual([]);
    expect(audit.checks.find(({ name }) => name === 'reported-equals-ledger')?.examined).toBe(2);
    expect(audit.checks.find(({ name }) => name === 'login-kept')?.examined).toBe(1);
  });

  it('ends the app before its books are read, which is no death of the service', async () => {
    await expect(ask(service.bases.app!, 'GET', '/balance')).rejects.toThrow();
    await expect(Promise.race([service.exited, Promise.resolve('pending')])).resolves.toBe('pending');
  });

  it('has no node of a number that is not there', () => {
    expect(() => service.killNode(2)).toThrow('killNode: there is no such node');
  });
});

it('leaves neither a process nor a file behind when it is stopped, once or twice', async () => {
  const folder = await newFolder();
  const service = await startService(smallService(folder, { size: ONE_NODE }));
  const pids = service.processes().map(({ pid }) => pid);
  expect(pids.filter(runs)).toEqual(pids);
  await service.stop();
  await service.stop();
  expect(pids.filter(runs)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

it('notices that PostgreSQL died, and removes its data all the same', async () => {
  const folder = await newFolder();
  const service = await startService(smallService(folder, { size: ONE_NODE }));
  try {
    process.kill(service.processes().find(({ name }) => name === 'postgres')!.pid, 'SIGQUIT');
    expect(await service.exited).toEqual({ part: 'ledger', code: 1 });
    expect(existsSync(folder)).toBe(false);
  } finally {
    await service.stop();
  }
});

it.each(['app', 'waitingRoom'] as const)('leaves nothing behind when the port of the %s is taken, and says so', async (part) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const folder = await newFolder();
  const ports = { app: 0, waitingRoom: 0, [part]: port };
  await expect(startService(smallService(folder, { ports }))).rejects.toThrow(`port: must be free, got ${port}, which is in use`);
  expect(existsSync(folder)).toBe(false);
  other.close();
});

it('names every option that is out of range, and starts nothing', async () => {
  const folder = await newFolder();
  const size = { ...ONE_NODE, nodes: 0 };
  const wrong = startService(smallService(folder, { size, people: 1.5, databaseUrl: 'postgres://db.example.com/x' }));
  await expect(wrong).rejects.toThrow(
    'reference service: nodes: must be a whole number from 1 to 20, got 0; people: must be a whole number from 1 to 9999999, got 1.5; databaseUrl: must name a host on this machine (127.0.0.1, ::1 or localhost), got db.example.com;',
  );
  expect(await readdir(folder)).toEqual([]);
  await rmdir(folder);
});

it('starts a service without a waiting room, an audit or a folder of its own, and says which part ended by itself', async () => {
  const folder = await newFolder();
  const service = await startService(smallService(folder, { service: 'board', size: ONE_NODE, lanes: [] }));
  try {
    expect([service.waitingRoom, service.audit]).toEqual([null, null]);
    expect(service.processes().map(({ name }) => name)).toEqual(['app']);
    expect(await readdir(folder)).toEqual([]);
    expect((await ask(service.bases.app!, 'GET', '/.well-known/surgeproof.json')).body).toMatchObject({ name: 'board', nodes: 1 });
    service.killNode(0);
    expect(await service.exited).toEqual({ part: 'app', code: 1 });
  } finally {
    await service.stop();
    await rmdir(folder);
  }
});

it('knows its services by their folders, and no other', async () => {
  expect(await knownServices()).toEqual(['banking', 'board', 'cheongyak', 'coupon', 'identity', 'onnuri']);
  const wrong = startService(smallService('', { service: '../shared' }));
  await expect(wrong).rejects.toThrow('service: must be one of banking, board, cheongyak, coupon, identity, onnuri, got "../shared"');
});
