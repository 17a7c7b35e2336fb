import { PASS } from '../expected.ts';
import { type Corrupted, ledger } from '../ledger/ledger.ts';
import { UNANSWERED } from '../ledger/ledger-story.ts';
import type { Row } from '../row.ts';

const FAIL = { verdict: 'FAIL', exit: 1, headline: /^(The audit found|.*violation)/ } as const;

const STORE = 1_000_000_001;
const movement = (key: string): string => `(select id from movements where key = '${key}')`;

/** SQL that gives a leg of a movement to another account, balances and all. */
const moveLeg = (key: string, from: number, to: number): string => `
  update accounts set balance = balance - (select amount from entries where movement = ${movement(key)} and account = ${from}) where id = ${from};
  update accounts set balance = balance + (select amount from entries where movement = ${movement(key)} and account = ${from}) where id = ${to};
  update entries set account = ${to} where movement = ${movement(key)} and account = ${from};`;

/** SQL for money that moves under a kind of its own, with its legs and balances. */
const opening = (source: number, sink: number, won: number): string =>
  `select move(999, 'opening', null, null, ${source}, ${sink}, ${won})`;

const broken = (what: string, corrupted: Corrupted): Row => ({ what, break: ledger(corrupted), expect: FAIL });

/** Who was charged, for what, and whether the books still say so. */
export const books: readonly Row[] = [
  { what: 'a sound ledger passes', break: ledger(), expect: PASS, twin: true },
  broken('note 71: a payment is debited from another user, legs and balances agree', { sql: moveLeg('paid', 1, 9) }),
  broken('a payment goes to another store', { sql: moveLeg('paid', STORE, STORE + 1) }),
  broken('note 73: a cancel refunds another user', { sql: moveLeg('undone', 2, 9) }),
  broken('note 74: a cancel takes back another payment', {
    sql: `update movements set reverses = ${movement('paid')} where key = 'undone'`,
  }),
  broken('note 75: a cancel names no payment', { sql: "update movements set reverses = null where key = 'undone'" }),
  broken('note 76: declined although the balance suffices', {
    told: ({ journal }) => void Object.assign(journal.find(({ key }) => key === 'poor')!, { amount: 5_000 }),
  }),
  broken('note 77: money taken from a user, booked as an opening', { sql: opening(5, 0, 1_000) }),
  broken('note 78: money made from the float, booked as an opening', { sql: opening(0, 5, 1_000) }),
  broken('note 79: a payment of 700 without an answer is charged as 7,000', {
    sql: `update entries set amount = amount * 10 where movement = ${movement(UNANSWERED)};
        update accounts set balance = balance - 6300 where id = 3; update accounts set balance = balance + 6300 where id = ${STORE}`,
  }),
  broken('a payment without an answer is charged twice', { sql: `select move(999, 'payment', '${UNANSWERED}', null, 3, ${STORE}, 700)` }),
  {
    what: 'a payment without an answer was never made',
    break: ledger({ told: ({ journal }) => void journal.push({ ...journal.at(-1)!, key: 'never-came' }) }),
    expect: PASS,
    twin: true,
  },
  broken('note 81: a card is not stored', { sql: "delete from cards where key = 'card'" }),
  broken('note 81: a card is stored for another user', { sql: "update cards set account = 9 where key = 'card'" }),
  broken('note 82: a session is opened for another user', { sql: "update sessions set account = 9 where lane = 'register'" }),
  broken('note 83: the session of an admitted person is lost', { sql: "delete from sessions where lane = 'register'" }),
  broken('note 83: all sessions are lost', { sql: 'delete from sessions' }),
  {
    what: 'note 84: a double charge under another key, and a line of the log that cannot be read',
    break: ledger({ sql: `select move(999, 'payment', 'again', null, 1, ${STORE}, 1000)`, unreadableLine: true }),
    expect: { verdict: 'INVALID', exit: 5, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'note 85: the journal is empty, and a line of the log cannot be read',
    break: ledger({ told: ({ journal }) => void journal.splice(0), unreadableLine: true }),
    expect: { verdict: 'INVALID', exit: 5, headline: 'The measurement log does not agree with itself in' },
  },
  broken('note 86: a double charge under another key', { sql: `select move(999, 'payment', 'again', null, 1, ${STORE}, 1000)` }),
  broken('note 87: a double charge under the same key', { sql: `select move(999, 'payment', 'paid', null, 1, ${STORE}, 1000)` }),
  broken('note 88: a leg is deleted', { sql: `delete from entries where movement = ${movement('paid')} and amount < 0` }),
  broken('note 88: a payment is deleted', {
    sql: `delete from entries where movement = ${movement('paid')}; delete from movements where key = 'paid'`,
  }),
  broken('note 88: a payment is undone in silence', {
    sql: `select move(999, 'cancel', 'silent', ${movement('paid')}, ${STORE}, 1, 1000)`,
  }),
  broken('note 88: money is lost', { sql: 'update accounts set balance = balance - 1 where id = 9' }),
  broken('note 88: an account is removed', {
    sql: 'alter table entries drop constraint entries_account_fkey; delete from accounts where id = 9',
  }),
  broken('note 89: a negative balance', { sql: `select move(999, 'payment', 'paid-2', null, 5, ${STORE}, 9000000)` }),
  broken('note 90: told approved and never booked', {
    told: ({ journal }) => void journal.push({ ...journal[0]!, key: 'dreamt', receipt: 'R-0000099999' }),
  }),
  broken('note 90: told another amount', { told: ({ journal }) => void Object.assign(journal[0]!, { amount: 999 }) }),
  broken('note 90: told without a receipt', { told: ({ journal }) => void Object.assign(journal[0]!, { receipt: '' }) }),
  broken('note 91: a session without a ticket', { sql: 'update sessions set ticket = null where account = 1' }),
  broken('note 91: a session with a ticket nobody got', { sql: 'update sessions set ticket = 99 where account = 1' }),
  broken('note 91: two users on one ticket', { sql: 'update sessions set ticket = 7 where account = 3' }),
];
