import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { INCONCLUSIVE, PASS } from '../../expected.ts';
import { edited, editJson } from '../../folder/edited.ts';
import { type Corrupted, ledger } from '../../ledger/ledger.ts';
import type { Row } from '../../row.ts';

const FAIL = { verdict: 'FAIL', exit: 1, headline: /^The audit found/ } as const;
const STORE = 1_000_000_001;
const broken = (what: string, corrupted: Corrupted): Row => ({ what, break: ledger(corrupted), expect: FAIL });
const twin = (what: string, corrupted: Corrupted): Row => ({ what, break: ledger(corrupted), expect: PASS, twin: true });
const movement = (key: string): string => `(select id from movements where key = '${key}')`;

/** SQL that books a movement of so many won more, legs and balances with it. */
const more = (key: string, source: number, sink: number, won: number): string => `
  update entries set amount = amount + sign(amount) * ${won} where movement = ${movement(key)};
  update accounts set balance = balance - ${won} where id = ${source}; update accounts set balance = balance + ${won} where id = ${sink};`;

/** Money, receipts and sessions. */
export const otherBooks: readonly Row[] = [
  broken('second 29: a payment is booked in hundredths of a won', { sql: more('paid', 1, STORE, 99_000) }),
  broken('second 29: a fee of one percent goes to the issuer, and the three legs sum to zero', {
    sql: `update entries set amount = 990 where movement = ${movement('paid')} and amount > 0; insert into entries values (${movement('paid')}, 0, 10);
      update accounts set balance = balance - 10 where id = ${STORE}; update accounts set balance = balance + 10 where id = 0`,
  }),
  broken('second 30: a payment is booked for the day before', {
    sql: "update movements set at = at - interval '1 day' where key = 'paid'",
  }),
  broken('second 30: a payment is booked for the day after', { sql: "update movements set at = at + interval '1 day' where key = 'paid'" }),
  broken('second 30: a payment is booked in another time zone', {
    sql: "update movements set at = at + interval '9 hours' where key = 'regretted'",
  }),
  twin('second 30: the clock of the ledger is half a minute behind', {
    sql: "update movements set at = at - interval '30 s' where key is not null",
  }),
  broken('second 31: declined, and charged all the same', { sql: `select move(999, 'payment', 'poor', null, 5, ${STORE}, 1000)` }),
  broken('second 32: a cancel gives half of the money back', { sql: more('undone', STORE, 2, -1_000) }),
  broken('second 32: a cancel gives the money back twice, under two keys', {
    sql: `select move(999, 'cancel', 'undone-2', ${movement('regretted')}, ${STORE}, 2, 2000)`,
  }),
  broken('second 33: two payments have the same receipt', {
    told: ({ journal }) => void Object.assign(journal[0]!, { receipt: journal[1]!.receipt }),
  }),
  broken('second 34: the balance that was told after a payment is not that of the books', {
    sql: "update answers set balance = balance + 1000 where key = 'paid'",
  }),
  broken('second 34: the balance that was told after a cancel is that of before', {
    sql: "update answers set balance = balance - 2000 where key = 'undone'",
  }),
  broken('second 35: everybody who logs in gets the session of the first', { sql: 'update sessions set account = 1' }),
  broken('second 35: the sessions of two people are exchanged', {
    sql: 'update sessions set account = case account when 1 then 3 when 3 then 1 else account end',
  }),
  twin('second 35: two people of different lanes have tickets of the same number', {}),
  {
    what: 'second 36: the audit is that of another run',
    break: edited((files) => editJson(files, FILES.audit, (audit) => ({ ...audit, startedAt: 1_700_000_000_000 }))),
    expect: { ...INCONCLUSIVE, headline: 'The audit was not done.' },
  },
  {
    what: 'second 36: the audit names the run that it was made for',
    break: edited((files) => editJson(files, FILES.audit, (audit) => ({ ...audit, startedAt: 1_800_000_000_000 }))),
    expect: PASS,
    twin: true,
  },
];
