/** An invariant as SQL over the ledger and the temporary tables `reported` and `admitted` (see `load-journal.ts`). */
export interface Check {
  readonly name: string;
  /** Gives one number. */
  readonly examined: string;
  /** Gives one row `item` (text) per violation. */
  readonly violations: string;
}

const moneyConserved: Check = {
  name: 'money-conserved',
  examined: 'select (select count(*) from accounts) + (select count(*) from movements)',
  violations: `
    select 'account ' || a.id || ': balance ' || a.balance || ', its entries sum to ' || coalesce(sum(e.amount), 0) as item
      from accounts a left join entries e on e.account = a.id group by a.id, a.balance having a.balance <> coalesce(sum(e.amount), 0)
    union all
    select 'movement ' || m.id || ': ' || count(e.movement) || ' legs that sum to ' || coalesce(sum(e.amount), 0)
      from movements m left join entries e on e.movement = m.id group by m.id having count(e.movement) <> 2 or sum(e.amount) <> 0
    union all
    select 'entry of ' || e.amount || ' on account ' || e.account || ': belongs to no movement'
      from entries e where not exists (select from movements m where m.id = e.movement)
    union all
    select 'all accounts together: ' || sum(balance) || ' KRW in place of 0' from accounts having sum(balance) <> 0`,
};

const noNegativeBalance: Check = {
  name: 'no-negative-balance',
  examined: `select count(*) from accounts where kind <> 'float'`,
  violations: `select kind || ' account ' || id || ': ' || balance as item from accounts where kind <> 'float' and balance < 0`,
};

const noDoubleCharge: Check = {
  name: 'no-double-charge',
  examined: `select count(*) from movements where kind <> 'opening'`,
  violations: `
    select 'key ' || coalesce(key, 'missing') || ': ' || count(*) || ' movements' as item
      from movements where kind <> 'opening' group by key having count(*) > 1 or key is null
    union all
    select 'payment ' || reverses || ': taken back ' || count(*) || ' times'
      from movements where reverses is not null group by reverses having count(*) > 1`,
};

const receiptHasEntry: Check = {
  name: 'receipt-has-entry',
  examined: `select count(*) from reported where receipt <> ''`,
  violations: `
    select 'receipt ' || t.receipt || ' of key ' || t.key || ': no entry' as item from reported t
      left join (select distinct receipt_of(movement) as receipt from entries) e on e.receipt = t.receipt
      where t.receipt <> '' and e.receipt is null`,
};

const reportedEqualsLedger: Check = {
  name: 'reported-equals-ledger',
  examined: `select count(*) from reported where status <> 'unknown'`,
  violations: `
    with booked as (
      select m.key, m.kind, receipt_of(m.id) as receipt, max(e.amount) as amount
        from movements m left join entries e on e.movement = m.id where m.kind <> 'opening' group by m.id, m.key, m.kind)
    select 'key ' || t.key || ': reported ' || t.status || ' of ' || t.amount || ' with receipt ' || quote_literal(t.receipt) || ', the ledger has '
        || coalesce(b.kind || ' of ' || coalesce(b.amount::text, 'nothing') || ' with ' || b.receipt, 'nothing') as item
      from reported t left join booked b on b.key = t.key
      where case t.status
        when 'declined' then b.key is not null
        when 'approved' then (b.kind, b.amount, b.receipt) is distinct from ('payment', t.amount, t.receipt)
        when 'cancelled' then (b.kind, b.amount, b.receipt) is distinct from ('cancel', t.amount, t.receipt)
        else false end`,
};

const admissionHasTicket: Check = {
  name: 'admission-has-ticket',
  examined: 'select count(*) from sessions',
  violations: `
    select 'session of user ' || s.account || ': '
        || coalesce('ticket ' || s.ticket || ' of lane ' || s.lane || ' was given to no one', 'opened without a ticket') as item
      from sessions s where not exists (select from admitted a where a.lane = s.lane and a.ticket = s.ticket)
    union all
    select 'ticket ' || ticket || ' of lane ' || lane || ': used by ' || count(distinct account) || ' users'
      from sessions group by lane, ticket having count(distinct account) > 1 and ticket is not null`,
};

/** Only where the journal is whole: otherwise the last moments of a client that was killed would look like theft. */
export const chargeHasAttempt: Check = {
  name: 'charge-has-attempt',
  examined: `select count(*) from movements where kind <> 'opening'`,
  violations: `
    select kind || ' with key ' || coalesce(key, 'missing') || ': no user asked for it' as item
      from movements m where kind <> 'opening' and not exists (select from reported t where t.key = m.key)`,
};

export const CHECKS: readonly Check[] = [
  moneyConserved,
  noNegativeBalance,
  noDoubleCharge,
  receiptHasEntry,
  reportedEqualsLedger,
  admissionHasTicket,
];
