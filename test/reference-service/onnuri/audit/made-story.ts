import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { JournalEntry } from '../../../../models/workload/log/journal.ts';
import { auditLedger } from '../../../../reference-service/onnuri/audit/audit-ledger.ts';
import { merchantAccount } from '../../../../reference-service/onnuri/ledger/account-number.ts';
import type { AdmittedTicket, LedgerAudit } from '../../../../reference-service/shared/service/service.ts';
import { type TestLedger, testLedger } from '../../support/ledger-part.ts';
import { openedBooks } from './opened-books.ts';

let server: TestLedger;
export const database = (): TestLedger => server;

/** A PostgreSQL for the stories of one file of tests. */
export function storyServer(): void {
  beforeAll(async () => {
    server = await testLedger();
  });
  afterAll(() => server.stop());
}

export interface Story {
  readonly databaseUrl: string;
  readonly journal: JournalEntry[];
  readonly admissions: AdmittedTicket[];
  readonly startedAt: number;
}

let stories = 0;

type Facts = JournalEntry['facts'];
export const payment = (
  user: number,
  key: string,
  amount: number,
  status: string,
  receipt: string,
  facts: Facts = { store: 1 },
): JournalEntry => ({
  ...{ person: user - 1, step: 'pay', key, amount, status, receipt, facts },
});
export const login = (user: number, lane: string, ticket: number): JournalEntry => ({
  ...{ person: user - 1, step: 'login', key: '', amount: null, status: 'home', receipt: '', facts: { lane, ticket } },
});
export const registration = (user: number, key: string, receipt: string, identified = true): JournalEntry => ({
  ...{ person: user - 1, step: 'register-card', key, amount: null, status: 'registered', receipt, facts: { identified } },
});

/**
 * A ledger of its own and what its users were told: two payments, one of them taken back, one declined, one that got no answer and was charged,
 * a card, three sessions.
 */
export async function story(): Promise<Story> {
  stories += 1;
  const { databaseUrl, startedAt, ledger, store, paid, regretted, undone } = await openedBooks(server, `story_${stories}`);
  await ledger.pay('silent', 5, store, 700);
  const card = await ledger.registerCard(4, 'card', 'digest', Date.now());
  await ledger.openSession({ id: randomUUID(), user: 1 }, 'payment', 7);
  await ledger.openSession({ id: randomUUID(), user: 2 }, 'payment', 8);
  await ledger.openSession({ id: randomUUID(), user: 4 }, 'register', 7);
  await ledger.close();
  const journal: JournalEntry[] = [
    payment(1, 'paid', 1_000, 'approved', paid.receipt ?? ''),
    payment(2, 'regretted', 2_000, 'approved', regretted.receipt ?? ''),
    payment(2, 'undone', 2_000, 'cancelled', undone.receipt ?? '', { of: 'regretted' }),
    payment(3, 'poor', 99_000_000, 'declined', ''),
    payment(5, 'silent', 700, 'unknown', ''),
    registration(4, 'card', card.status === 'registered' ? card.card : ''),
    login(1, 'payment', 7),
    login(2, 'payment', 8),
    login(4, 'register', 7),
  ];
  const admissions = journal.flatMap(({ facts: { lane, ticket } }) =>
    ticket === undefined ? [] : [{ lane: String(lane), ticket: Number(ticket) }],
  );
  return { databaseUrl, journal, admissions, startedAt };
}

export const auditOf = ({ databaseUrl, ...told }: Story, journalComplete = true): Promise<LedgerAudit> =>
  auditLedger(databaseUrl, { ...told, journalComplete, accounts: null });

export async function corrupt({ databaseUrl }: Story, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

export const violated = (audit: LedgerAudit): Record<string, number> =>
  Object.fromEntries(audit.checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]));
export const examined = (audit: LedgerAudit): Record<string, number> =>
  Object.fromEntries(audit.checks.map((check) => [check.name, check.examined]));

/** Statements that a corruption may need, all on the story above: movement 21 is `paid`, 22 `regretted`, 23 `undone`, 24 `silent`. */
export const loose = `alter table accounts drop constraint balance_not_negative; alter table movements drop constraint one_movement_per_key;
  drop index one_cancel_per_payment; alter table entries drop constraint entries_movement_fkey;`;
export const shift = (won: number, from: number, to: number): string =>
  `update accounts set balance = balance - ${won} where id = ${from}; update accounts set balance = balance + ${won} where id = ${to};`;
export const store = merchantAccount(1);
