import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pinOf } from '../../../models/people/person.ts';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import { auditBooks } from '../../../reference-service/banking/audit/audit-books.ts';
import { type Books, connectBooks } from '../../../reference-service/banking/bank/books.ts';
import { fillBank } from '../../../reference-service/banking/bank/fill-bank.ts';
import { makeSchema } from '../../../reference-service/shared/postgres/run-schema.ts';
import { withSchema } from '../../../reference-service/shared/postgres/schema-name.ts';
import { testBank } from './bank-part.ts';

let server: Awaited<ReturnType<typeof testBank>>;
let stories = 0;

beforeAll(async () => {
  server = await testBank();
});
afterAll(() => server?.stop());

const RECEIVER = 8_000_001;

type Told = Pick<JournalEntry, 'key' | 'status'> & Partial<JournalEntry>;

const told = (customer: number, { key, status, ...rest }: Told): JournalEntry => ({
  person: customer - 1,
  step: 'any',
  key,
  status,
  amount: null,
  receipt: '',
  facts: {},
  ...rest,
});

async function logged(books: Books, act: string, customer: number, key: string, outcome = 'accepted'): Promise<void> {
  await books.note({ key, act, customer, receivedAt: 1, outcome, owner: outcome === 'accepted' ? null : 'user' });
}

/** Customer 1 logs in twice, shows a wrong code and a right one, and sends 5,000 won; customer 2 logs in and shows an old code. */
async function played(books: Books): Promise<JournalEntry[]> {
  const login = (customer: number, device: string) =>
    books.logIn({ id: randomUUID(), customer, pin: pinOf(customer), device, channel: 'app', version: 5, proved: false });
  for (const device of ['one', 'two']) await login(1, device);
  await login(2, 'one');
  await books.redeem(1, 1, null);
  const { approval } = await books.redeem(1, 1, 100);
  await books.redeem(2, 2, null);
  const order = { key: 'send', sender: 1, receiver: RECEIVER, amount: 5_000, approval: approval! };
  const { receipt } = await books.transfer(order);
  for (const key of ['in-1', 'in-2']) await logged(books, 'login', 1, key);
  await logged(books, 'code', 1, 'code');
  await logged(books, 'code', 2, 'old', 'wrong-code');
  await logged(books, 'transfer', 1, 'send');
  return [
    told(1, { key: 'in-1', status: 'accepted', facts: { act: 'login' } }),
    told(1, { key: 'in-2', status: 'accepted', facts: { act: 'login' } }),
    told(1, { key: 'code', status: 'accepted', facts: { act: 'code', serial: 1, counter: 100 } }),
    told(2, { key: 'old', status: 'wrong-code', facts: { act: 'code', serial: 2, counter: 91, bad: 'old' } }),
    told(1, { key: 'send', status: 'accepted', receipt: receipt!, amount: 5_000, facts: { act: 'transfer', receiver: RECEIVER } }),
  ];
}

async function story(corruption: string | null, further: readonly JournalEntry[] = []) {
  const schema = `story${stories++}`;
  const databaseUrl = withSchema(server.databaseUrl.split('?')[0] ?? '', schema);
  await makeSchema(databaseUrl, schema, (client) => fillBank(client, { people: 5, bug: null }));
  const books = connectBooks(databaseUrl, 1, null, () => {});
  const journal = [...(await played(books)), ...further];
  await books.close();
  if (corruption !== null) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(corruption);
    await client.end();
  }
  return auditBooks(databaseUrl, { journal, admissions: [], journalComplete: true, accounts: null, startedAt: null });
}

type Audit = Awaited<ReturnType<typeof story>>;
const violated = ({ checks }: Audit) =>
  Object.fromEntries(checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]));

it('finds nothing where everybody was told the truth, and says how much it looked at', async () => {
  const audit = await story(null);
  expect(audit).toMatchObject({ done: true, reason: null });
  expect(violated(audit)).toEqual({});
  expect(Object.fromEntries(audit.checks.map(({ name, examined }) => [name, examined]))).toMatchObject({
    'code-is-used-once': 1,
    'one-active-token': 105,
    'strikes-are-exact': 5,
    'wrong-code-is-refused': 1,
    'no-spurious-logout': 3,
    'money-is-conserved': 105,
    'transfer-is-booked-once': 1,
    'no-transfer-unasked': 1,
    'approval-is-used-once': 1,
    'every-attempt-is-logged': 5,
  });
});

it.each([
  ['a won that is gone', 'update customers set balance = balance - 1 where number = 3', { 'money-is-conserved': 2 }],
  [
    'a won that went to somebody else',
    'update customers set balance = balance + case number when 3 then 1 else -1 end where number in (3, 4)',
    { 'money-is-conserved': 2 },
  ],
  [
    'a transfer booked twice',
    `alter table transfers drop constraint one_transfer_per_key;
     insert into transfers (key, sender, receiver, amount, approval) select key, sender, receiver, amount, approval from transfers`,
    { 'transfer-is-booked-once': 1, 'money-is-conserved': 2 },
  ],
  ['a transfer over another amount', 'update transfers set amount = 6000', { 'transfer-is-booked-once': 1, 'money-is-conserved': 2 }],
  [
    'a transfer that nobody asked for, with a used code',
    `insert into transfers (key, sender, receiver, amount, approval) select 'other', sender, receiver, 0 + 1, approval from transfers;
     update customers set balance = balance - 1 where number = 1; update customers set balance = balance + 1 where number = ${RECEIVER}`,
    { 'no-transfer-unasked': 1, 'approval-is-used-once': 1 },
  ],
  ['a second active token', 'drop index one_active_token; insert into tokens (customer) values (3)', { 'one-active-token': 1 }],
  ['a strike that was not counted', 'update customers set otp_strikes = 0 where number = 2', { 'strikes-are-exact': 1 }],
  [
    'an eleventh wrong code',
    `insert into tries (customer, serial, token_active, outcome) select 2, 2, true, 'wrong-code' from generate_series(2, 11);
     update customers set otp_strikes = 11 where number = 2`,
    { 'strikes-are-exact': 1 },
  ],
  [
    'eleven wrong codes before a right one',
    `insert into tries (customer, serial, token_active, outcome) select 3, 3, true, 'wrong-code' from generate_series(1, 11);
     insert into tries (customer, serial, counter, token_active, outcome) values (3, 3, 7, true, 'accepted')`,
    { 'strikes-are-exact': 1 },
  ],
  [
    'a code accepted once more',
    `insert into tries (customer, serial, counter, token_active, outcome) values (1, 1, 100, true, 'accepted')`,
    { 'code-is-used-once': 1 },
  ],
  [
    'a code of a token that was replaced',
    `insert into tries (customer, serial, counter, token_active, outcome) values (1, 1, 101, false, 'accepted')`,
    { 'revoked-token-is-refused': 1 },
  ],
  [
    'a session ended by somebody else',
    `update sessions set ended_by = (select id from sessions where customer = 2) where ended_by is not null`,
    { 'no-spurious-logout': 1 },
  ],
  ['a session ended by nobody', `update sessions set ended_by = gen_random_uuid() where customer = 2`, { 'no-spurious-logout': 1 }],
  ['a session on the web without a proof', `update sessions set channel = 'web' where customer = 2`, { 'web-needs-identity': 1 }],
  ['a session of an old app', 'update sessions set version = 4 where customer = 2', { 'old-version-is-refused': 1 }],
  ['an attempt that is not in the log', `delete from attempts where key = 'code'`, { 'every-attempt-is-logged': 1 }],
  ['a failure that nobody owns', 'update attempts set owner = null', { 'every-attempt-is-logged': 1 }],
])('finds %s', async (_, corruption, expected) => {
  expect(violated(await story(corruption))).toEqual(expected);
});

const accepted = (bad: string) => [told(2, { key: '', status: 'accepted', facts: { act: 'login', bad } })];

it.each([
  ['locked', 'locked-stays-out'],
  ['drifted', 'wrong-code-is-refused'],
  ['deregistered', 'deregistered-is-refused'],
  ['revoked', 'revoked-token-is-refused'],
])('finds who was let in although %s', async (bad, check) => {
  expect(violated(await story(null, accepted(bad)))).toEqual({ [check]: 1 });
});

it('finds a sixth PIN that was judged, and a code that two were let in with', async () => {
  const pins = Array.from({ length: 6 }, () => told(3, { key: '', status: 'wrong-pin', facts: { act: 'login' } }));
  expect(violated(await story(null, pins))).toEqual({ 'strikes-are-exact': 1 });
  const again = told(1, { key: '', status: 'accepted', facts: { act: 'code', serial: 1, counter: 100 } });
  expect(violated(await story(null, [again]))).toEqual({ 'code-is-used-once': 1 });
});

it('says that the books could not be read, and passes nothing then', async () => {
  const input = { journal: [], admissions: [], journalComplete: true, accounts: null, startedAt: null };
  expect(await auditBooks('postgres://127.0.0.1:1/nothing', input)).toMatchObject({ done: false, checks: [] });
});
