import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { personOf, pinOf, userName } from '../../../models/people/person.ts';
import { type TestLedger, testLedger } from '../support/ledger-part.ts';
import { ask, passFor, type TestNode, testNode } from '../support/test-node.ts';

let ledger: TestLedger;
let node: TestNode | null = null;
let silent: Server | null = null;

beforeAll(async () => {
  ledger = await testLedger();
});
afterEach(async () => {
  await node?.stop();
  silent?.closeAllConnections();
  silent?.close();
  [node, silent] = [null, null];
});
afterAll(() => ledger.stop());

const loginBody = { user: userName(1), pin: pinOf(1) };
const send = ({ carrier, phone } = personOf(1)) => ({ carrier, phone, method: 'SMS' });

/** A dependency that takes requests and never answers. */
async function silentDependency(): Promise<string> {
  silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
}

it('shows the maintenance page to whoever finds the line full, serves the others, and recovers', async () => {
  node = await testNode({ workers: 1, queueLimit: 4 }, ledger);
  const { url } = node;
  const told = await Promise.all(Array.from({ length: 30 }, () => ask(url, 'GET', '/app/version', undefined, passFor('payment', 1))));
  const served = told.filter(({ status }) => status === 200).length;
  expect(served).toBeGreaterThanOrEqual(5);
  expect(told.filter(({ status }) => status === 503)).toHaveLength(30 - served);
  const page = told.find(({ status }) => status === 503);
  expect(page?.body).toEqual({ error: 'maintenance', message: '서버 점검 중', owner: 'system' });
  expect((await ask(url, 'GET', '/app/version', undefined, passFor('payment', 1))).status).toBe(200);
});

it('answers 504 in the name of a third party that stays silent, and frees the worker it held', async () => {
  node = await testNode({ workers: 1, dependencies: await silentDependency(), dependencyTimeout: 100 }, ledger);
  const { cookie } = await ask(node.url, 'POST', '/login', loginBody, passFor('register', 1));
  const sent = await ask(node.url, 'POST', '/identity/send', send(), { cookie });
  expect(sent).toMatchObject({ status: 504, body: { error: 'dependency-timeout', owner: 'third party' } });
  expect((await ask(node.url, 'GET', '/balance', undefined, { cookie })).status).toBe(200);
});

it('answers 502 in the name of a third party that cannot be reached', async () => {
  node = await testNode({ dependencies: 'http://127.0.0.1:1' }, ledger);
  const { cookie } = await ask(node.url, 'POST', '/login', loginBody, passFor('register', 1));
  const sent = await ask(node.url, 'POST', '/identity/send', send(), { cookie });
  expect(sent).toMatchObject({ status: 502, body: { error: 'dependency-unreachable', owner: 'third party' } });
});

it('never takes a ledger it cannot reach for an empty account', async () => {
  node = await testNode({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' }, ledger);
  const other = await testNode({}, ledger);
  const { cookie } = await ask(other.url, 'POST', '/login', loginBody, passFor('payment', 1));
  await other.stop();
  expect(await ask(node.url, 'GET', '/balance', undefined, { cookie })).toMatchObject({ status: 500, body: { owner: 'system' } });
});

it('says in a sentence that its port is taken', async () => {
  node = await testNode({}, ledger);
  const port = Number(new URL(node.url).port);
  await expect(testNode({ port }, ledger)).rejects.toThrow(`app port: must be free, got ${port}, which is in use; choose another or 0`);
});
