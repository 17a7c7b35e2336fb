import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../../../reference-service/onnuri/audit/audit-ledger.ts';
import { merchantAccount } from '../../../../reference-service/onnuri/ledger/account-number.ts';
import { fillLedger } from '../../../../reference-service/onnuri/ledger/fill-ledger.ts';
import { connectLedger } from '../../../../reference-service/onnuri/ledger/ledger.ts';
import { makeSchema } from '../../../../reference-service/shared/postgres/run-schema.ts';
import { withSchema } from '../../../../reference-service/shared/postgres/schema-name.ts';
import type { AdmittedTicket, JournalEntry, LedgerAudit } from '../../../../reference-service/shared/service/service.ts';
import { type TestLedger, testLedger } from '../../support/ledger-part.ts';

let server: TestLedger;
beforeAll(async () => {
  server = await testLedger();
});
afterAll(() => server.stop());

interface Story {
  readonly databaseUrl: string;
  readonly journal: JournalEntry[];
  readonly admissions: AdmittedTicket[];
}

let stories = 0;

/** A ledger of its own and what its users were told: two payments, one of them taken back, one declined, two sessions. */
async function story(): Promise<Story> {
  stories += 1;
  const databaseUrl = withSchema(server.databaseUrl.split('?')[0] ?? '', `story_${stories}`);
  await makeSchema(databaseUrl, `story_${stories}`, (client) => fillLedger(client, 20, 3));
  const ledger = connectLedger(databaseUrl, 1, () => {});
  const store = merchantAccount(1);
  const paid = await ledger.pay('paid', 1, store, 1_000);
  const regretted = await ledger.pay('regretted', 2, store, 2_000);
  const undone = await ledger.cancel('undone', 2, 'regretted');
  await ledger.pay('poor', 3, store, 99_000_000);
  await ledger.openSession({ id: randomUUID(), user: 1 }, 'payment', 7);
  await ledger.openSession({ id: randomUUID(), user: 2 }, 'register', 7);
  await ledger.close();
  const journal: JournalEntry[] = [
    { key: 'paid', amount: 1_000, status: 'approved', receipt: paid.receipt ?? '' },
    { key: 'regretted', amount: 2_000, status: 'approved', receipt: regretted.receipt ?? '' },
    { key: 'undone', amount: 2_000, status: 'cancelled', receipt: undone.receipt ?? '' },
    { key: 'poor', amount: 99_000_000, status: 'declined', receipt: '' },
  ];
  return {
    databaseUrl,
    journal,
    admissions: [
      { lane: 'payment', ticket: 7 },
      { lane: 'register', ticket: 7 },
    ],
  };
}

const auditOf = ({ databaseUrl, ...told }: Story, journalComplete = false): Promise<LedgerAudit> =>
  auditLedger(databaseUrl, { ...told, journalComplete });

async function corrupt({ databaseUrl }: Story, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const violated = (audit: LedgerAudit): Record<string, number> =>
  Object.fromEntries(audit.checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]));
const examined = (audit: LedgerAudit): Record<string, number> =>
  Object.fromEntries(audit.checks.map((check) => [check.name, check.examined]));

it('finds nothing where everybody was told the truth, and says how much it looked at', async () => {
  const audit = await auditOf(await story(), true);
  expect(audit).toMatchObject({ done: true, reason: null, unknownResolved: { charged: 0, notCharged: 0 } });
  expect(violated(audit)).toEqual({});
  expect(examined(audit)).toEqual({
    // 20 users, 3 stores, the float; 20 opening movements, two payments and a cancel.
    'money-conserved': 24 + 23,
    'no-negative-balance': 23,
    'no-double-charge': 3,
    'receipt-has-entry': 3,
    'reported-equals-ledger': 4,
    'admission-has-ticket': 2,
    'charge-has-attempt': 3,
  });
});

describe('every check can fail', () => {
  const loose = `alter table accounts drop constraint balance_not_negative; alter table movements drop constraint one_movement_per_key;
    alter table movements drop constraint one_cancel_per_payment; alter table entries drop constraint entries_movement_fkey;`;

  it.each([
    ['a won that appears from nowhere', 'update accounts set balance = balance + 1 where id = 9', { 'money-conserved': 2 }],
    ['a leg that is missing', `delete from entries where account = 1 and amount < 0`, { 'money-conserved': 2 }],
    ['legs that do not sum to zero', `update entries set amount = amount + 1 where account = 0 and movement = 4`, { 'money-conserved': 2 }],
    ['an entry of no movement', `${loose} insert into entries values (999, 5, 10), (999, 6, -10)`, { 'money-conserved': 4 }],
    [
      'a balance below zero',
      `${loose} insert into movements (id, kind) values (999, 'opening'); insert into entries values (999, 5, -9000000), (999, 6, 9000000);
       update accounts set balance = balance - 9000000 where id = 5; update accounts set balance = balance + 9000000 where id = 6;`,
      { 'no-negative-balance': 1 },
    ],
    [
      'a purchase that is charged twice',
      `${loose} select move(999, 'payment', 'paid', null, 1, 1000000001, 1000)`,
      // The second entry contradicts the receipt the user has.
      { 'no-double-charge': 1, 'reported-equals-ledger': 1 },
    ],
    [
      'a payment that is taken back twice',
      `${loose} select move(999, 'cancel', 'undone-again', (select id from movements where key = 'regretted'), 1000000001, 2, 1)`,
      { 'no-double-charge': 1, 'charge-has-attempt': 1 },
    ],
    ['a charge nobody asked for', `select move(999, 'payment', 'theft', null, 4, 1000000001, 5)`, { 'charge-has-attempt': 1 }],
    [
      'a receipt without an entry',
      `update movements set key = 'lost' where key = 'paid'; ${loose}
       update entries set movement = 888 where movement = (select id from movements where key = 'lost');
       update movements set id = 888 where key = 'lost'`,
      { 'receipt-has-entry': 1, 'reported-equals-ledger': 1, 'charge-has-attempt': 1 },
    ],
    [
      'another amount than was told',
      `update entries set amount = amount * 3 where movement = (select id from movements where key = 'paid');
       update accounts set balance = balance - 2000 where id = 1; update accounts set balance = balance + 2000 where id = 1000000001`,
      { 'reported-equals-ledger': 1 },
    ],
    ['a decline that was charged', `select move(999, 'payment', 'poor', null, 3, 1000000001, 500)`, { 'reported-equals-ledger': 1 }],
    ['a session without a ticket', 'update sessions set ticket = null where account = 1', { 'admission-has-ticket': 1 }],
    ['a ticket nobody was given', 'update sessions set ticket = 8 where account = 2', { 'admission-has-ticket': 1 }],
    ['a lane the ticket is not of', `update sessions set lane = 'vip' where account = 2`, { 'admission-has-ticket': 1 }],
    ['a ticket that two users share', `update sessions set lane = 'payment'`, { 'admission-has-ticket': 1 }],
  ])('fails on %s', async (_, sql, expected) => {
    const told = await story();
    await corrupt(told, sql);
    const audit = await auditOf(told, true);
    expect(violated(audit)).toEqual(expected);
    for (const { violations, examples } of audit.checks) expect(examples).toHaveLength(Math.min(10, violations));
  });

  it('fails on what users were told of payments that never were', async () => {
    const told = await story();
    told.journal.push({ key: 'dreamt', amount: 5, status: 'approved', receipt: 'R-0000099999' });
    told.journal.push({ key: 'paid', amount: 1_000, status: 'declined', receipt: '' });
    told.journal.push({ key: 'never', amount: 5, status: 'cancelled', receipt: '' });
    expect(violated(await auditOf(told))).toEqual({ 'receipt-has-entry': 1, 'reported-equals-ledger': 3 });
  });
});

it('resolves payments without an answer: charged, taken back, or never made; a later answer settles the matter', async () => {
  const told = await story();
  const unknown = (key: string): JournalEntry => ({ key, amount: 1, status: 'unknown', receipt: '' });
  told.journal.push(unknown('paid'), unknown('nothing-came-of-it'), unknown('nothing-came-of-it'));
  const settled = { ...told, journal: told.journal.filter(({ key, status }) => key !== 'regretted' || status === 'unknown') };
  settled.journal.push(unknown('regretted'), unknown('charged-silently'));
  await corrupt(told, `select move(999, 'payment', 'charged-silently', null, 4, 1000000001, 1)`);
  const audit = await auditOf(settled);
  expect(audit.unknownResolved).toEqual({ charged: 1, notCharged: 2 });
  expect(violated(audit)).toEqual({});
});

it('does not mind text of any kind in the journal', async () => {
  const told = await story();
  told.journal.push({ key: `'; drop table accounts; --${'한'.repeat(500)}`, amount: 1, status: 'approved', receipt: '%s\u001b[31m\u0000' });
  const { checks } = await auditOf(told);
  for (const example of checks.flatMap(({ examples }) => examples)) expect(example.length).toBeLessThanOrEqual(200);
  expect(violated(await auditOf(told))).toEqual({ 'receipt-has-entry': 1, 'reported-equals-ledger': 1 });
});

it('says that it was not done, and why, when nobody answers', async () => {
  const audit = await auditOf({ databaseUrl: 'postgresql://a@127.0.0.1:1/none', journal: [], admissions: [] });
  expect(audit).toMatchObject({ done: false, checks: [] });
  expect(audit.reason).toMatch(/^The ledger could not be read: .*ECONNREFUSED/);
});
