import { PASS } from '../expected.ts';
import { type Corrupted, ledger } from '../ledger/ledger.ts';
import { UNANSWERED } from '../ledger/ledger-story.ts';
import type { Row } from '../row.ts';
import { virtual } from '../virtual/virtual.ts';

const FAIL = { verdict: 'FAIL', exit: 1, headline: /^The audit found/ } as const;

const broken = (what: string, corrupted: Corrupted): Row => ({ what, break: ledger(corrupted), expect: FAIL });
const twin = (what: string, corrupted: Corrupted): Row => ({ what, break: ledger(corrupted), expect: PASS, twin: true });

/** What user 3 held, by the formula in seed.sql. */
const HELD = 30_000 + ((3 * 7_919) % 48) * 10_000;

/** The decline of user 3 as one of another amount: what was told, and what the service kept of it. */
const declining = (amount: number): Corrupted => ({
  sql: `update answers set body = '1000000001:${amount}' where key = 'poor'`,
  told: ({ journal }) => void Object.assign(journal.find(({ key }) => key === 'poor')!, { amount }),
});

/** Every answer of this service has another receipt. */
let receipts = 0;

/** Whose money, cards and sessions they are, and whether a second tap gets the first answer. */
export const audit: readonly Row[] = [
  { what: 'a sound ledger', break: ledger(), expect: { verdict: 'PASS', exit: 0, headline: /^All \d+ limits/ }, twin: true },
  {
    what: 'a payment is charged twice under another key',
    break: ledger({ sql: "select move(999, 'payment', 'again', null, 1, 1000000001, 1000)" }),
    expect: { verdict: 'FAIL', exit: 1, headline: '' },
  },
  {
    what: 'a payment is debited from another user, legs and balances agree',
    break: ledger({
      sql: `update entries set account = 9 where account = 1 and amount = -1000; update accounts set balance = balance + 1000 where id = 1;
        update accounts set balance = balance - 1000 where id = 9`,
    }),
    expect: { verdict: 'FAIL', exit: 1, headline: '' },
  },
  // User 3 paid 700 without an answer, so that is what the account held least.
  broken('declined a sum that the user always had', declining(HELD - 700)),
  twin('declined a won more than the user had at the least', declining(HELD - 699)),
  broken('the answer kept for a repetition is gone', { sql: "delete from answers where key = 'paid'" }),
  broken('the answer kept for a repetition has another receipt', { sql: "update answers set receipt = 'R-0000000001' where key = 'paid'" }),
  broken('a card is stored twice, the second time under a key of nobody', {
    sql: "insert into cards (key, account, digest, identified_at) select 'again', account, digest, identified_at from cards",
  }),
  broken('a card is stored without a confirmed identity', { sql: 'update cards set identified_at = null' }),
  twin('the identity was confirmed by a clock half a second ahead', {
    sql: "update cards set identified_at = stored_at + interval '0.5 s'",
  }),
  broken('an opening that came after second 0', { sql: "update movements set at = now() + interval '1 minute' where id = 7" }),
  broken('a payment without an answer goes to another store', {
    sql: `update entries set account = 1000000002 where account = 1000000001 and movement = (select id from movements where key = '${UNANSWERED}');
      update accounts set balance = balance - 700 where id = 1000000001; update accounts set balance = balance + 700 where id = 1000000002`,
  }),
  twin('a person logged in twice on one ticket', {
    sql: 'insert into sessions (id, account, lane, ticket) select gen_random_uuid(), account, lane, ticket from sessions where account = 1',
  }),
  twin('a login that got no answer left no session', {
    sql: 'delete from sessions where account = 3',
    told: ({ journal }) => void Object.assign(journal.find(({ facts }) => facts.ticket === 8)!, { status: 'unknown' }),
  }),
  {
    what: 'a second tap on a payment gets a new receipt',
    break: virtual({
      profile: { doubleTaps: 0.2 },
      app: (ask, well) => {
        const answer = well();
        if (ask.path !== '/payments') return answer;
        receipts += 1;
        return { ...(answer as object), status: 200, body: { status: 'approved', receipt: `R-${receipts}`, balance: 1 } };
      },
    }),
    expect: { verdict: 'FAIL', exit: 1, headline: /^\d+ of \d+ double taps at/ },
  },
  {
    what: 'twenty people in a hundred tap twice, and get the same answer',
    break: virtual({ profile: { doubleTaps: 0.2 } }),
    expect: PASS,
    twin: true,
  },
];
