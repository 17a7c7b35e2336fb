import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { personOf, pinOf, userName } from '../../../../models/people/person.ts';
import { ask } from '../../support/ask.ts';
import { type TestLedger, testLedger } from '../../support/ledger-part.ts';
import { passFor, type TestNode, testNode } from '../../support/test-node.ts';

let ledger: TestLedger;
let node: TestNode | null = null;

beforeAll(async () => {
  ledger = await testLedger();
});
afterEach(async () => {
  await node?.stop();
  node = null;
});
afterAll(() => ledger.stop());

const loginBody = { user: userName(1), pin: pinOf(1) };
const send = ({ carrier, phone } = personOf(1)) => ({ carrier, phone, method: 'SMS' });

it('shows the maintenance page when the line is full, serves the others, and recovers', async () => {
  const slow = { p50: 600, p99: 600, concurrency: 10 };
  node = await testNode({ workers: 1, queueLimit: 4, carrier: slow }, ledger);
  const { url } = node;
  const { cookie } = await ask(url, 'POST', '/login', loginBody, passFor('register', 1));
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(url, 'POST', '/identity/send', send(), { cookie })));
  const served = answers.filter(({ status }) => status === 200).length;
  const refused = answers.filter(({ status }) => status === 503);
  expect(served).toBeGreaterThanOrEqual(5);
  expect(refused).toHaveLength(20 - served);
  expect(refused[0]?.body).toEqual({ error: 'maintenance', message: '서버 점검 중', owner: 'system' });
  expect((await ask(url, 'GET', '/balance', undefined, { cookie })).status).toBe(200);
});

it('answers 504 in the name of a third party that stays silent, and frees the worker it held', async () => {
  const silent = { p50: 10_000, p99: 10_000, concurrency: 1 };
  node = await testNode({ workers: 1, carrier: silent, dependencyTimeout: 100 }, ledger);
  const { cookie } = await ask(node.url, 'POST', '/login', loginBody, passFor('register', 1));
  const sent = await ask(node.url, 'POST', '/identity/send', send(), { cookie });
  expect(sent).toMatchObject({ status: 504, body: { error: 'dependency-timeout', owner: 'third party' } });
  expect((await ask(node.url, 'GET', '/balance', undefined, { cookie })).status).toBe(200);
});

it('never takes a ledger it cannot reach for an empty account', async () => {
  node = await testNode({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' }, ledger);
  const other = await testNode({}, ledger);
  const { cookie } = await ask(other.url, 'POST', '/login', loginBody, passFor('payment', 1));
  await other.stop();
  expect(await ask(node.url, 'GET', '/balance', undefined, { cookie })).toMatchObject({
    status: 503,
    body: { error: 'balance-unavailable', owner: 'system' },
  });
  // Nor does the ordinary card pay in its place.
  const asked = { key: 'cut-off', merchant: 'm0001', amount: 1_000, agreed: true };
  expect(await ask(node.url, 'POST', '/card-payments', asked, { cookie })).toMatchObject({
    status: 504,
    body: { error: 'outcome-unknown' },
  });
  expect(await ledger.ask('select key from network_charges')).toEqual([]);
});

it('says in a sentence that its port is taken', async () => {
  node = await testNode({}, ledger);
  const port = Number(new URL(node.url).port);
  await expect(testNode({ port }, ledger)).rejects.toThrow(`app port: must be free, got ${port}, which is in use; choose another or 0`);
});
