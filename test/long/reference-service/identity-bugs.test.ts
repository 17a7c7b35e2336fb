import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import { auditBooks } from '../../../reference-service/identity/audit/audit-books.ts';
import { fillBooks } from '../../../reference-service/identity/books/fill-books.ts';
import type { IdentityBug } from '../../../reference-service/identity/bugs.ts';
import { makeSchema } from '../../../reference-service/shared/postgres/run-schema.ts';
import { withSchema } from '../../../reference-service/shared/postgres/schema-name.ts';
import { SPEED, testApp, testBooks } from '../../reference-service/identity/books-part.ts';
import { clientOf } from '../../reference-service/identity/client.ts';

let server: Awaited<ReturnType<typeof testBooks>>;
beforeAll(async () => {
  server = await testBooks();
});
afterAll(() => server?.stop());

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Told = Pick<JournalEntry, 'status'> &
  Partial<Pick<JournalEntry, 'receipt' | 'facts'>> & { readonly attempt: unknown; readonly person: number };
type Client = ReturnType<typeof clientOf>;

/** Proves who a person is by PASS. */
async function pass(client: Client, person: number): Promise<Told> {
  const { attempt } = (await client.begin('PASS')).body;
  await client.approve(attempt);
  const { status } = await client.confirm(attempt);
  return { person, attempt, status: status === 200 ? 'verified' : 'unknown' };
}

/** Fails five times with what is entered, and waits until the block is over, or for a while. */
async function failing(client: Client, person: number, changes: object): Promise<Told[]> {
  const told: Told[] = [];
  for (let i = 0; i < 5; i++) {
    const attempt = `fail-${person}-${i}`;
    const { status } = await client.begin('PASS', changes, attempt);
    told.push({ person, attempt, status: status === 422 ? 'struck' : 'unknown', receipt: '1' });
  }
  for (let i = 0; i < 60 && (await client.block()).body.blocked === true; i++) await sleep(50);
  return told;
}

async function sixCodes(client: Client, person: number): Promise<Told[]> {
  const { attempt } = (await client.begin('SMS')).body;
  const code = Number(await client.code(attempt));
  const six = Array.from({ length: 6 }, (_, i) => client.confirm(attempt, String((code + 1 + i) % 1_000_000).padStart(6, '0')));
  const counted = (await Promise.all(six)).filter(({ status }) => status === 422).length;
  return [{ person, attempt, status: 'struck', receipt: String(counted) }];
}

/** Tries a code when it is over. */
async function lateCode(client: Client): Promise<Told[]> {
  const { attempt, expiresInMs } = (await client.begin('ARS')).body;
  const code = await client.code(attempt);
  await sleep(Number(expiresInMs) + 50);
  await client.confirm(attempt, code);
  return [];
}

/** Asks for a second code, and tries the first. */
async function oldCode(client: Client, person: number): Promise<Told[]> {
  const { attempt, resendInMs } = (await client.begin('SMS')).body;
  const code = await client.code(attempt);
  await sleep(Number(resendInMs) + 10);
  await client.begin('SMS');
  const { status } = await client.confirm(attempt, code);
  return [{ person, attempt, status: status === 422 ? 'struck' : 'unknown', receipt: '1' }];
}

/** Waits for a code until another may be asked for, and gives up then. */
async function message(client: Client, person: number): Promise<Told[]> {
  const { attempt, resendInMs } = (await client.begin('SMS')).body;
  await sleep(Number(resendInMs));
  const code = await client.look(attempt);
  if (code !== null) return [{ person, attempt, status: (await client.confirm(attempt, code)).status === 200 ? 'verified' : 'unknown' }];
  await client.report(attempt, 'sms-not-received');
  return [{ person, attempt, status: 'failed', facts: { cause: 'sms-not-received' } }];
}

async function unapproved(client: Client): Promise<Told[]> {
  await client.confirm((await client.begin('PASS')).body.attempt);
  return [];
}

/** Everything that people do, at once: persons 19 and 20 in a row, of whom one is one of twenty. */
async function day(url: string): Promise<Told[]> {
  const at = (person: number): Client => clientOf(url, person);
  const stories = await Promise.all([
    ...[18, 19, 20, 21].map(async (person) => [await pass(at(person), person)]),
    failing(at(31), 31, { name: 'x' }),
    failing(at(32), 32, { phone: '010-0000-0399' }),
    sixCodes(at(33), 33),
    lateCode(at(34)),
    oldCode(at(35), 35),
    unapproved(at(36)),
    ...[41, 42, 43, 44, 45, 46].map((person) => message(at(person), person)),
  ]);
  return stories.flat();
}

async function found(bug: IdentityBug | null): Promise<string[]> {
  const name = `bug_${bug?.replaceAll('-', '_') ?? 'none'}`;
  const databaseUrl = withSchema(server.databaseUrl.split('?')[0] ?? '', name);
  await makeSchema(databaseUrl, name, fillBooks);
  const app = await testApp(databaseUrl, { bug });
  const told = await day(app.url).finally(() => app.close());
  const journal = told.map(
    ({ person, attempt, status, receipt = '', facts = {} }): JournalEntry => ({
      person: person - 1,
      step: 'send',
      key: String(attempt),
      amount: null,
      status,
      receipt,
      facts,
    }),
  );
  const audit = await auditBooks(databaseUrl, { journal, admissions: [], journalComplete: true, accounts: null, startedAt: null }, SPEED);
  expect(audit.reason).toBeNull();
  return audit.checks.filter(({ violations }) => violations > 0).map((check) => check.name);
}

it('finds nothing on a day at a service without a mistake', async () => {
  expect(await found(null)).toEqual([]);
});

it.each([
  ['unblock-early', 'released-on-time'],
  ['strike-race', 'failures-are-counted'],
  ['expired-code-accepted', 'dead-code-is-refused'],
  ['last-code-not-winning', 'only-the-last-code-counts'],
  ['manual-auto-released', 'desk-alone-releases-manual-blocks'],
  ['pass-not-asked', 'no-session-without-proof'],
  ['wrong-number', 'one-account-per-person'],
  ['log-loss', 'every-attempt-is-logged'],
  ['sms-drought', 'through-within-ten-minutes'],
] as const)('finds the mistake %s by %s on the same day', async (bug, finder) => {
  expect(await found(bug)).toContain(finder);
});
