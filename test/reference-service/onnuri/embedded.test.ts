import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../../models/people/person.ts';
import { auditLedger } from '../../../reference-service/onnuri/audit/audit-ledger.ts';
import { type Embedded, startEmbedded } from '../../../reference-service/onnuri/embedded.ts';
import { smallService } from '../support/small-service.ts';
import { ask } from '../support/test-node.ts';

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'surgeproof-test-'));

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Stands in line until admitted; the ticket and the header to show. */
async function pass(service: Embedded, lane: string): Promise<{ ticket: number; header: Record<string, string> }> {
  const joined = (await ask(service.waitingRoom, 'POST', `/queue/${lane}/join`, {})).body;
  let { body } = { body: joined };
  while (body.state === 'waiting') {
    await new Promise((resolve) => setTimeout(resolve, body.pollMs as number));
    ({ body } = await ask(service.waitingRoom, 'GET', `/queue/poll?key=${joined.key}`));
  }
  return { ticket: joined.ticket as number, header: { 'x-queue-pass': body.pass as string } };
}

describe('the embedded service', () => {
  let service: Embedded;
  beforeAll(async () => {
    service = await startEmbedded(smallService(await newFolder()));
  });
  afterAll(() => service.stop());

  it('is the run it was started for, at both addresses', async () => {
    const identities = await Promise.all(
      [service.app, service.waitingRoom].map((url) => ask(url, 'GET', '/.well-known/surgeproof-target')),
    );
    expect(identities.map(({ body }) => [body.part, body.run, body.nodes])).toEqual([
      ['app', 'embedded-test', 2],
      ['waiting-room', 'embedded-test', 0],
    ]);
    expect(service.identity).toBe('embedded-test');
    expect(service.processes().map(({ name }) => name)).toEqual([
      'waiting room',
      'app',
      'dependencies',
      'ledger',
      'node 1',
      'node 2',
      'postgres',
    ]);
  });

  it('admits, logs in, pays, keeps sessions when a node is killed, and the audit agrees with what was told', async () => {
    const { user, pin } = personOf(1);
    const { ticket, header } = await pass(service, 'payment');
    const { cookie } = await ask(service.app, 'POST', '/login', { user, pin }, header);
    const pay = (key: string) => ask(service.app, 'POST', '/payments', { key, merchant: 'm0001', amount: 100 }, { cookie });
    const before = [await pay('one'), await pay('one')];
    expect(before[0]).toEqual(before[1]);

    const [, node] = service.processes().filter(({ name }) => name.startsWith('node'));
    service.killNode(1);
    await vi.waitFor(() => expect(runs(node!.pid)).toBe(false), 10_000);
    // A connection that was open to the dead node breaks once; every new one goes to the node that is left.
    const after = await vi.waitFor(() => pay('two'), 10_000);
    const many = await Promise.all(Array.from({ length: 20 }, () => ask(service.app, 'GET', '/balance', undefined, { cookie })));
    expect(many.every(({ status }) => status === 200)).toBe(true);

    const told = [before[0], after].map((reply, i) => ({
      key: ['one', 'two'][i]!,
      amount: 100,
      told: 'approved' as const,
      receipt: String(reply?.body.receipt),
    }));
    const audit = await auditLedger({
      databaseUrl: service.databaseUrl,
      journal: told,
      admissions: [{ lane: 'payment', ticket }],
      journalComplete: true,
    });
    expect(audit.checks.filter(({ violations }) => violations > 0)).toEqual([]);
    expect(audit.checks.find(({ name }) => name === 'told-equals-ledger')?.examined).toBe(2);
  });

  it('has no node of a number that is not there', () => {
    expect(() => service.killNode(2)).toThrow('killNode: there is no such node');
  });
});

it('leaves neither a process nor a file behind when it is stopped, once or twice', async () => {
  const folder = await newFolder();
  const service = await startEmbedded(smallService(folder, { nodes: 1 }));
  const pids = service.processes().map(({ pid }) => pid);
  expect(pids.filter(runs)).toEqual(pids);
  await service.stop();
  await service.stop();
  expect(pids.filter(runs)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

it('says which part ended when one dies that was not told to', async () => {
  const service = await startEmbedded(smallService(await newFolder(), { nodes: 1 }));
  try {
    service.killNode(0);
    expect(await service.exited).toEqual({ part: 'app', code: 1 });
  } finally {
    await service.stop();
  }
});

it('notices that PostgreSQL died, and removes its data all the same', async () => {
  const folder = await newFolder();
  const service = await startEmbedded(smallService(folder, { nodes: 1 }));
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
  await expect(startEmbedded(smallService(folder, { ports }))).rejects.toThrow(`port: must be free, got ${port}, which is in use`);
  expect(existsSync(folder)).toBe(false);
  other.close();
});

it('names every option that is out of range, and starts nothing', async () => {
  const folder = await newFolder();
  const wrong = startEmbedded(smallService(folder, { nodes: 0, users: 1.5, databaseUrl: 'mysql://x' }));
  await expect(wrong).rejects.toThrow(
    'embedded service: nodes: must be a whole number from 1 to 20, got 0; users: must be a whole number from 1 to 9999999, got 1.5; databaseUrl: must begin with postgres:// or postgresql://',
  );
  expect(await readdir(folder)).toEqual([]);
  await rmdir(folder);
});
