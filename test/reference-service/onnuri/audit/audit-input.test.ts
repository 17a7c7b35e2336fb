import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { userName } from '../../../../models/people/person.ts';
import { judgeInvariants } from '../../../../models/verdict/criteria/invariants/judge-invariants.ts';
import type { JournalEntry } from '../../../../models/workload/log/journal.ts';
import { auditLedger } from '../../../../reference-service/onnuri/audit/audit-ledger.ts';
import type { LedgerAudit } from '../../../../reference-service/shared/service/service.ts';
import { auditOf, corrupt, database, examined, payment, shift, store, story, storyServer, violated } from './made-story.ts';

storyServer();

describe('a log that is not whole', () => {
  const WHOLE = ['charge-has-attempt', 'tender-as-asked', 'card-has-attempt', 'admission-has-ticket', 'session-belongs-to-person'];

  it('leaves no check out, and says which could not be made', async () => {
    const told = await story();
    const audit = await auditOf({ ...told, journal: [] }, false);
    expect(audit.checks.filter(({ notMade }) => notMade !== undefined).map(({ name }) => name)).toEqual(WHOLE);
    expect(
      judgeInvariants({ schema: 'surgeproof/audit', version: 1, ...audit }).filter(({ because }) => because === 'journal-incomplete'),
    ).toMatchObject(WHOLE.map((subject) => ({ subject, verdict: 'INCONCLUSIVE', value: null })));
    const whole = (await auditOf(told)).checks.map(({ name }) => name);
    expect(audit.checks.map(({ name }) => name)).toEqual(whole);
  });

  it('still finds what needs no more than the lines that are there', async () => {
    const told = await story();
    await corrupt(told, `update entries set account = 9 where movement = 21 and account = 1; ${shift(1_000, 9, 1)}`);
    expect(violated(await auditOf(told, false))).toEqual({ 'payer-and-store-as-asked': 1 });
  });
});

it('says what was booked while it read', async () => {
  const told = await story();
  const late = new pg.Client({ connectionString: told.databaseUrl });
  await late.connect();
  // The first check waits for this lock, after the audit has looked how much is in the books.
  await late.query('begin; lock table accounts in access exclusive mode');
  const auditing = auditOf(told);
  await vi.waitFor(async () => {
    const [{ waiting } = {}] = await database().ask('select count(*)::int as waiting from pg_locks where not granted');
    expect(waiting).toBe(1);
  }, 10_000);
  await late.query(`select move(999, 'payment', 'late', null, 9, ${store}, 5); commit`);
  await late.end();
  const audit = await auditing;
  expect(audit.checks.at(-1)).toEqual({
    name: 'nothing-booked-meanwhile',
    examined: 33,
    violations: 1,
    examples: ['movements: 24 when the audit began, 25 when it ended'],
  });
  // The others saw the books as they were when it began.
  expect(violated(audit)).toEqual({ 'nothing-booked-meanwhile': 1 });
});

it('knows the accounts of a surge of its own by their names, and compares nothing where it does not', async () => {
  const told = await story();
  const accounts = Array.from({ length: 20 }, (_, i) => ({ user: userName(i + 1) }));
  const auditWith = async (rows: readonly unknown[]): Promise<LedgerAudit> =>
    auditLedger(told.databaseUrl, { ...told, journalComplete: true, accounts: rows });
  expect(violated(await auditWith(accounts))).toEqual({});
  // Everybody is the person before.
  const [first, ...others] = accounts;
  expect(Object.keys(violated(await auditWith([...others, first])))).toContain('payer-and-store-as-asked');
  const strangers = await auditWith([{ mail: 'a@example.com' }]);
  expect(examined(strangers)).toMatchObject({ 'payer-and-store-as-asked': 0, 'login-kept': 0 });
});

it('resolves payments without an answer: charged, taken back, or never made; a later answer settles the matter', async () => {
  const told = await story();
  const unknown = (user: number, key: string, amount: number): JournalEntry => payment(user, key, amount, 'unknown', '');
  told.journal.push(unknown(1, 'paid', 1_000), unknown(8, 'nothing-came-of-it', 1), unknown(8, 'nothing-came-of-it', 1));
  const settled = { ...told, journal: told.journal.filter(({ key }) => key !== 'regretted') };
  settled.journal.push(unknown(2, 'regretted', 2_000), unknown(4, 'charged-silently', 1));
  await corrupt(told, `select move(999, 'payment', 'charged-silently', null, 4, 1000000001, 1)`);
  const audit = await auditOf(settled);
  expect(audit.unknownResolved).toEqual({ charged: 2, notCharged: 2 });
  expect(violated(audit)).toEqual({});
});

it('does not mind text of any kind in the journal', async () => {
  const told = await story();
  const wild = `'; drop table accounts; --${'한'.repeat(500)}\u0000`;
  told.journal.push(
    payment(9, wild, 1, 'approved', '%s\u001b[31m\u0000', { store: Number.NaN, of: wild, lane: wild, ticket: 'x', identified: 'yes' }),
  );
  const { checks } = await auditOf(told);
  for (const example of checks.flatMap(({ examples }) => examples)) expect(example.length).toBeLessThanOrEqual(200);
  expect(violated(await auditOf(told))).toEqual({ 'receipt-has-entry': 1, 'reported-equals-ledger': 1, 'answers-kept': 1 });
});

it('says that it was not done, and why, when nobody answers', async () => {
  const audit = await auditOf({ databaseUrl: 'postgresql://a@127.0.0.1:1/none', journal: [], admissions: [], startedAt: 0 });
  expect(audit).toMatchObject({ done: false, checks: [] });
  expect(audit.reason).toMatch(/^The ledger could not be read: .*ECONNREFUSED/);
});
