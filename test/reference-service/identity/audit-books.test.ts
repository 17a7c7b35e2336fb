import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import { auditBooks } from '../../../reference-service/identity/audit/audit-books.ts';
import { fillBooks } from '../../../reference-service/identity/books/fill-books.ts';
import { makeSchema } from '../../../reference-service/shared/postgres/run-schema.ts';
import { withSchema } from '../../../reference-service/shared/postgres/schema-name.ts';
import { testBooks } from './books-part.ts';

let server: Awaited<ReturnType<typeof testBooks>>;
let stories = 0;

beforeAll(async () => {
  server = await testBooks();
});
afterAll(() => server?.stop());

const told = (person: number, key: string, status: string, receipt = '', facts: JournalEntry['facts'] = {}): JournalEntry =>
  ({ person: person - 1, key, status, receipt, facts, step: 'confirm', amount: null }) as unknown as JournalEntry;

const HOUR = 3_600_000;

/**
 * Person 1 says yes in the app; 2 types in the last of two codes; 3 fails five times and is let in by the clock after 24 hours; 4 is let in by the
 * desk; 5 gets no message and stops. As in life, moments in milliseconds.
 */
const BOOKS = `
  insert into verifications values ('a1', 1, 'PASS', null, true, 5000, 5001, 'ci1', 1, gen_random_uuid()),
    ('a2b', 2, 'SMS', '222222', false, 90000, 90001, 'ci2', 2, gen_random_uuid()),
    ('a3b', 3, 'PASS', null, true, ${25 * HOUR}, ${25 * HOUR}, 'ci3', 3, gen_random_uuid());
  insert into sends values ('a2', 2, '111111', 10000, 14000), ('a2b', 2, '222222', 71000, 75000), ('a5', 5, '555555', 10000, null);
  insert into identities values (3, 5, '{}'), (4, 5, '{}');
  insert into blocks (person, reason, blocked_at, due_at, released_at, released_by) values
    (3, 'mismatch', 1000, ${24 * HOUR} + 1000, ${24 * HOUR} + 31000, 'rule'), (4, 'theft', 1000, null, 900000, 'desk');
  insert into cases select id, 2000 from blocks where person = 4;
  insert into log values ('a1', 1, 1000, 'PASS', 'SKT', 'send', 'sent', null, null), ('a1', 1, 5001, 'PASS', 'SKT', 'confirm', 'verified', null, null),
    ('a2', 2, 10000, 'SMS', 'KT', 'send', 'sent', null, null), ('a2b', 2, 90001, 'SMS', 'KT', 'confirm', 'verified', null, null),
    ('a5', 5, 10000, 'SMS', 'KT', 'send', 'sent', null, null), ('a5', 5, 80000, 'SMS', 'KT', 'report-failure', 'failed', 'sms-not-received', 'third party'),
    ('a3b', 3, ${25 * HOUR}, 'PASS', 'KT', 'confirm', 'verified', null, null);
  insert into log select 'f' || person || i, person, 500 + i, 'PASS', 'KT', 'send', 'struck', 'mismatch', 'user'
    from generate_series(3, 4) person, generate_series(1, 5) i;
  -- Enough people who were through at once, that one who was not is less than three of a hundred.
  insert into log select 'b' || n, n, 1000, 'PASS', 'SKT', 'send', 'sent', null, null from generate_series(100, 199) n;
  insert into verifications select 'b' || n, n, 'PASS', null, true, 5000, 5001, 'ci' || n, n, gen_random_uuid() from generate_series(100, 199) n;
`;

const JOURNAL = [
  told(1, 'a1', 'verified'),
  told(2, 'a2b', 'verified'),
  told(3, 'a3b', 'verified'),
  ...[3, 4].flatMap((person) => [1, 2, 3, 4, 5].map((i) => told(person, `f${person}${i}`, 'struck', '1'))),
  told(5, 'a5', 'failed', '', { cause: 'sms-not-received' }),
];

async function story(corruption: string, journal = JOURNAL) {
  const name = `story${stories++}`;
  const databaseUrl = withSchema(server.databaseUrl.split('?')[0] ?? '', name);
  await makeSchema(databaseUrl, name, fillBooks);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(BOOKS);
  if (corruption !== '') await client.query(corruption);
  await client.end();
  const input = { journal, admissions: [], journalComplete: true, accounts: null, startedAt: null };
  return auditBooks(databaseUrl, input, { minutes: 1, hours: 1 });
}

type Audit = Awaited<ReturnType<typeof story>>;
const violated = ({ checks }: Audit) =>
  Object.fromEntries(checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]));

it('finds nothing where all went by the rules, and says how much it looked at', async () => {
  const audit = await story('');
  expect(audit).toMatchObject({ done: true, reason: null });
  expect(violated(audit)).toEqual({});
  expect(Object.fromEntries(audit.checks.map(({ name, examined }) => [name, examined]))).toEqual({
    'no-session-without-proof': 103,
    'dead-code-is-refused': 1,
    'only-the-last-code-counts': 1,
    'codes-keep-their-distance': 3,
    'one-account-per-person': 103,
    'failures-are-counted': 2,
    'block-after-five-failures': 2,
    'never-verified-while-blocked': 2,
    'released-on-time': 1,
    'desk-alone-releases-manual-blocks': 1,
    'every-attempt-is-logged': 14,
    'every-failure-has-cause-and-owner': 11,
    // All but those who were blocked.
    'through-within-ten-minutes': 103,
    'causes-as-stated': 1,
    'nothing-booked-meanwhile': 103 + 3 + 1 + 117,
  });
});

it.each([
  ['a session without a yes', `update verifications set approved = false where person = 1`, { 'no-session-without-proof': 1 }],
  ['a session with another code', `update verifications set code = '000000' where person = 2`, { 'no-session-without-proof': 1 }],
  ['a proof that is not in the books', `delete from verifications where person = 1`, { 'no-session-without-proof': 1 }],
  ['a code of four minutes', `update verifications set received_at = 71000 + 240000 where person = 2`, { 'dead-code-is-refused': 1 }],
  ['a code that was used twice', `insert into verifications select * from verifications where person = 2`, { 'dead-code-is-refused': 1 }],
  [
    'a code before the last',
    `update verifications set attempt = 'a2', code = '111111' where person = 2; update log set attempt = 'a2' where person = 2`,
    { 'only-the-last-code-counts': 1, 'no-session-without-proof': 1, 'every-attempt-is-logged': 1 },
  ],
  ['two codes in half a minute', `update sends set sent_at = 40000 where attempt = 'a2b'`, { 'codes-keep-their-distance': 1 }],
  [
    'six codes in a day',
    `insert into sends select 'x' || i, 6, '1', 100000 * i, 0 from generate_series(1, 6) i`,
    { 'codes-keep-their-distance': 1 },
  ],
  ['one person with two accounts', `update verifications set ci = 'ci1' where person = 2`, { 'one-account-per-person': 1 }],
  [
    'a failure that was not counted',
    `update identities set strikes = 4 where person = 3`,
    { 'failures-are-counted': 1, 'block-after-five-failures': 1 },
  ],
  ['five failures without a block', `update identities set kinds = '{a,b,c,d,e}' where person = 3`, { 'block-after-five-failures': 1 }],
  ['a proof while blocked', `update verifications set verified_at = ${HOUR} where person = 3`, { 'never-verified-while-blocked': 1 }],
  ['a block that ended early', `update blocks set released_at = ${12 * HOUR} where person = 3`, { 'released-on-time': 1 }],
  ['a block that ended late', `update blocks set released_at = ${24 * HOUR} + 62000 where person = 3`, { 'released-on-time': 1 }],
  ['a block that did not end', `update blocks set released_at = null, released_by = null where person = 3`, { 'released-on-time': 1 }],
  [
    'a suspicion of theft that the clock ended',
    `update blocks set released_by = 'rule' where person = 4`,
    { 'desk-alone-releases-manual-blocks': 1 },
  ],
  ['a desk that nobody asked', `delete from cases`, { 'desk-alone-releases-manual-blocks': 1 }],
  ['an attempt that is not in the log', `delete from log where attempt = 'f31'`, { 'every-attempt-is-logged': 1 }],
  [
    'another cause than was told',
    `update log set cause = 'browser' where attempt = 'a5' and cause is not null`,
    { 'every-attempt-is-logged': 1 },
  ],
  ['a failure that nobody owns', `update log set owner = null where attempt = 'f31'`, { 'every-failure-has-cause-and-owner': 1 }],
  [
    'people who take eleven minutes',
    `update verifications set verified_at = 661001 where person between 100 and 110`,
    { 'through-within-ten-minutes': 1 },
  ],
])('finds %s', async (_, corruption, expected) => {
  expect(violated(await story(corruption))).toEqual(expected);
});

it('finds messages that far more people miss than is stated', async () => {
  const missed = Array.from({ length: 40 }, (_, i) => told(5, `m${i}`, 'failed', '', { cause: 'sms-not-received' }));
  const logged = `insert into log select 'm' || i, 5, 10001, 'SMS', 'KT', 'report-failure', 'failed', 'sms-not-received', 'third party' from generate_series(0, 39) i`;
  // Of five causes all are off by more than two points when one of them is all.
  expect(violated(await story(logged, [...JOURNAL, ...missed]))).toEqual({ 'causes-as-stated': 5 });
});
