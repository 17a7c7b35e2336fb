import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Applicant } from '../../../models/people/applicant.ts';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import { auditRegister } from '../../../reference-service/cheongyak/audit/audit-register.ts';
import { fillRegister } from '../../../reference-service/cheongyak/register/fill-register.ts';
import { connectRegister } from '../../../reference-service/cheongyak/register/register.ts';
import { makeSchema } from '../../../reference-service/shared/postgres/run-schema.ts';
import { withSchema } from '../../../reference-service/shared/postgres/schema-name.ts';
import { testRegister } from './register-part.ts';
import { signedBy, thePeople } from './signed.ts';

let server: Awaited<ReturnType<typeof testRegister>>;
let people: Applicant[];
let stories = 0;

beforeAll(async () => {
  [server, people] = await Promise.all([testRegister(), thePeople()]);
});
afterAll(() => server?.stop());

const CLOSES = 1_000_000;

const told = (person: number, status: string, receipt: string, facts: JournalEntry['facts']): JournalEntry =>
  ({ person: person - 1, key: `key-${person}`, status, receipt, facts, step: 'sign', amount: 0, second: 1 }) as unknown as JournalEntry;

/** Two who applied in time, one who came late, one whose certificate had run out. What a person is told, and the books. */
async function story(corruption: string | null) {
  const databaseUrl = withSchema(server.databaseUrl.split('?')[0] ?? '', `story${stories++}`);
  await makeSchema(databaseUrl, `story${stories - 1}`, fillRegister);
  const register = connectRegister(databaseUrl, 1, () => {});
  await register.closesAt(CLOSES);
  const receipts: string[] = [];
  const sound = people.flatMap(({ fault }, i) => (fault === null ? [i + 1] : [])).slice(0, 2);
  for (const person of sound) {
    const form = Buffer.from(`applicant=${person}\nnonce=${String(person).repeat(32).slice(0, 32)}\n`);
    const message = signedBy(people[person - 1]!, form.toString());
    const application = { key: `key-${person}`, person, complex: 3, nonce: String(person), form, message, receivedAt: CLOSES - 1 };
    receipts.push((await register.submit(application)).receipt!);
    await register.note({ key: `key-${person}`, person, receivedAt: CLOSES - 1, outcome: 'accepted', owner: null });
  }
  await register.note({ key: 'key-300', person: 300, receivedAt: CLOSES + 1, outcome: 'closed', owner: 'user' });
  await register.close();
  if (corruption !== null) await changed(databaseUrl, corruption);
  const journal = [
    ...sound.map((person, i) => told(person, 'accepted', receipts[i]!, { complex: 3 })),
    told(300, 'closed', '', { complex: 3 }),
    told(301, 'refused', '', { fault: 'expired' }),
  ];
  return auditRegister(databaseUrl, { journal, admissions: [], journalComplete: true, accounts: null, startedAt: null });
}

async function changed(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

type Audit = Awaited<ReturnType<typeof story>>;
const violated = ({ checks }: Audit) =>
  Object.fromEntries(checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]));

it('finds nothing where everybody was told the truth, and says how much it looked at', async () => {
  const audit = await story(null);
  expect(audit).toMatchObject({ done: true, reason: null });
  expect(violated(audit)).toEqual({});
  expect(Object.fromEntries(audit.checks.map(({ name, examined }) => [name, examined]))).toEqual({
    'receipt-has-application': 2,
    'no-application-without-receipt': 2,
    'in-time-is-never-late': 2,
    'late-is-never-accepted': 2,
    'one-application-per-person': 2,
    'nonce-used-once': 2,
    'every-attempt-is-logged': 3,
    'bad-certificate-is-refused': 1,
    'signed-is-stored': 2,
    // Two applications and three attempts.
    'nothing-booked-meanwhile': 5,
  });
});

const first = '(select min(id) from applications)';

it.each([
  ['an application that is gone', `delete from applications where id = ${first}`, { 'receipt-has-application': 1 }],
  ['an application for another complex', `update applications set complex = 4 where id = ${first}`, { 'receipt-has-application': 1 }],
  ['an application under another name', `update applications set person = 399 where id = ${first}`, { 'receipt-has-application': 1 }],
  [
    'an application that nobody asked for',
    `insert into applications (key, person, complex, nonce, form, message, received_at)
       select 'other', 399, 3, 'other', convert_to('nonce=ff', 'UTF8'), message, received_at from applications where id = ${first}`,
    { 'no-application-without-receipt': 1, 'signed-is-stored': 1 },
  ],
  ['an attempt in time that was called late', `update attempts set received_at = to_timestamp(999)`, { 'in-time-is-never-late': 1 }],
  ['an application after the close', `update closing set closes_at = to_timestamp(1)`, { 'late-is-never-accepted': 2 }],
  [
    'a number in two forms',
    `update applications set form = (select form from applications where id = ${first})`,
    { 'nonce-used-once': 1, 'signed-is-stored': 1 },
  ],
  [
    'two applications of a person',
    `alter table applications drop constraint one_application_per_person;
     update applications set person = (select person from applications where id = ${first})`,
    { 'one-application-per-person': 1, 'receipt-has-application': 1 },
  ],
  ['an attempt that is not in the log', `delete from attempts where outcome = 'closed'`, { 'every-attempt-is-logged': 1 }],
  ['a failure that nobody owns', 'update attempts set owner = null', { 'every-attempt-is-logged': 1 }],
  ['a form that was changed', `update applications set form = form || '\\x20' where id = ${first}`, { 'signed-is-stored': 1 }],
  [
    'a signature that was changed',
    `update applications set message = set_byte(message, length(message) - 1, 1) where id = ${first}`,
    { 'signed-is-stored': 1 },
  ],
])('finds %s', async (_, corruption, expected) => {
  expect(violated(await story(corruption))).toEqual(expected);
});

it('says that the register could not be read, and passes nothing then', async () => {
  const audit = await auditRegister('postgres://127.0.0.1:1/nothing', {
    journal: [],
    admissions: [],
    journalComplete: true,
    accounts: null,
    startedAt: null,
  });
  expect(audit).toMatchObject({ done: false, checks: [] });
});
