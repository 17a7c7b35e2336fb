import { randomUUID } from 'node:crypto';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import type { AdmittedTicket } from '../../../reference-service/shared/service/service.ts';
import { openedBooks } from '../../reference-service/onnuri/audit/opened-books.ts';
import { type TestLedger, testLedger } from '../../reference-service/support/ledger-part.ts';

/** A ledger of its own and what its users were told. */
export interface Story {
  readonly databaseUrl: string;
  readonly journal: JournalEntry[];
  readonly admissions: AdmittedTicket[];
  /** Second 0 of their run, Unix milliseconds. */
  readonly startedAt: number;
}

let server: Promise<TestLedger> | null = null;
let stories = 0;

/** Ends the PostgreSQL of the stories; to be called when the tests of a file are done. */
export async function stopLedgers(): Promise<void> {
  await (await server)?.stop();
  server = null;
}

/** What a user asked for, as the journal of a run has it. */
const asked = (user: number, own: Partial<JournalEntry>): JournalEntry => ({
  ...{ person: user - 1, step: 'pay', key: '', amount: null, status: '', receipt: '', facts: {} },
  ...own,
});
const payment = (user: number, key: string, amount: number, status: string, receipt: string | null): JournalEntry =>
  asked(user, { key, amount, status, receipt: receipt ?? '', facts: { store: 1 } });

/** The key under which user 3 paid 700 won and got no answer: the ledger has the payment. */
export const UNANSWERED = 'unanswered';

/**
 * 20 users and 3 stores: users 1 and 2 paid 1,000 and 2,000 won at store 1, the second took it back, user 3 had not enough for 99 million
 * won, and paid 700 without an answer. Users 1 to 3 logged in: on tickets 7 of both lanes and 8 of `payment`. User 2 registered a card.
 */
export async function ledgerStory(): Promise<Story> {
  server ??= testLedger();
  stories += 1;
  const { databaseUrl, startedAt, ledger, store, paid, regretted, undone } = await openedBooks(await server, `row_${stories}`);
  await ledger.pay(UNANSWERED, 3, store, 700);
  const card = await ledger.registerCard(2, 'card', 'digest', Date.now());
  await ledger.openSession({ id: randomUUID(), user: 1 }, 'payment', 7);
  await ledger.openSession({ id: randomUUID(), user: 2 }, 'register', 7);
  await ledger.openSession({ id: randomUUID(), user: 3 }, 'payment', 8);
  await ledger.close();
  return {
    databaseUrl,
    startedAt,
    journal: [
      payment(1, 'paid', 1_000, 'approved', paid.receipt),
      payment(2, 'regretted', 2_000, 'approved', regretted.receipt),
      { ...payment(2, 'undone', 2_000, 'cancelled', undone.receipt), facts: { of: 'regretted' } },
      payment(3, 'poor', 99_000_000, 'declined', null),
      asked(2, { key: 'card', status: 'registered', receipt: card.status === 'registered' ? card.card : '', facts: { identified: true } }),
      asked(1, { status: 'home', facts: { lane: 'payment', ticket: 7 } }),
      asked(2, { status: 'identity', facts: { lane: 'register', ticket: 7 } }),
      asked(3, { status: 'home', facts: { lane: 'payment', ticket: 8 } }),
      payment(3, UNANSWERED, 700, 'unknown', null),
    ],
    admissions: [
      { lane: 'payment', ticket: 7 },
      { lane: 'register', ticket: 7 },
      { lane: 'payment', ticket: 8 },
    ],
  };
}
