import type { Check } from '../../shared/audit/check.ts';

/** To the won, for everybody and for the bank as a whole. */
const moneyIsConserved: Check = {
  name: 'money-is-conserved',
  examined: 'select count(*) from customers',
  violations: `
    with moved as (
      select number, sum(amount) as amount from (
        select sender as number, -amount as amount from transfers union all select receiver, amount from transfers) leg group by number)
    select 'customer ' || c.number || ': ' || c.balance || ' won, by the transfers ' || c.opening + coalesce(m.amount, 0) as item
      from customers c left join moved m using (number) where c.balance <> c.opening + coalesce(m.amount, 0)
    union all
    select 'all customers: ' || sum(balance) || ' won, at the start ' || sum(opening) from customers having sum(balance) <> sum(opening)`,
};

/** Each transfer a person was told of is in the books, once, with its amount and its receiver. */
const transferIsBookedOnce: Check = {
  name: 'transfer-is-booked-once',
  examined: `select count(*) from reported where act = 'transfer' and status = 'accepted'`,
  violations: `
    select 'key ' || key || ': ' || count(*) || ' transfers' as item from transfers group by key having count(*) > 1
    union all
    select 'key ' || t.key || ': told receipt ' || quote_literal(t.receipt) || ' over ' || t.amount || ', the books have '
        || coalesce(receipt_of(b.id) || ' over ' || b.amount, 'none')
      from reported t left join transfers b on b.key = t.key and receipt_of(b.id) = t.receipt
      where t.act = 'transfer' and t.status = 'accepted'
        and (b.sender, b.receiver, b.amount) is distinct from (t.customer, t.receiver, t.amount)`,
};

const noTransferUnasked: Check = {
  name: 'no-transfer-unasked',
  needsWholeJournal: true,
  examined: 'select count(*) from transfers',
  violations: `
    select receipt_of(b.id) || ' of customer ' || b.sender || ': nobody was told of it' as item
      from transfers b where not exists (
        select from reported t where t.key = b.key and t.act = 'transfer' and t.status in ('accepted', 'unknown'))`,
};

/** A code is good for one thing. */
const approvalIsUsedOnce: Check = {
  name: 'approval-is-used-once',
  examined: 'select count(*) from approvals where used_for is not null',
  violations: `
    select 'approval ' || approval || ': ' || count(distinct key) || ' transfers' as item
      from transfers group by approval having count(distinct key) > 1`,
};

/** People claim a fault of the system by the log: every attempt must be in it, with its cause and whose fault it was. */
const everyAttemptIsLogged: Check = {
  name: 'every-attempt-is-logged',
  examined: `select count(*) from reported where status <> 'unknown' and key <> ''`,
  violations: `
    select t.act || ' ' || t.key || ' of customer ' || t.customer || ': told ' || t.status || ', the log has '
        || coalesce((select string_agg(l.outcome, ', ') from attempts l where l.key = t.key), 'nothing') as item
      from reported t
      where t.status <> 'unknown' and t.key <> '' and not exists (
        select from attempts l where (l.key, l.act, l.customer, l.outcome) = (t.key, t.act, t.customer, t.status))
    union all
    select act || ' ' || key || ': ' || outcome || ' without an owner' from attempts where outcome <> 'accepted' and owner is null`,
};

/** What became of money, and of what people asked for. */
export const MONEY_CHECKS: readonly Check[] = [
  moneyIsConserved,
  transferIsBookedOnce,
  noTransferUnasked,
  approvalIsUsedOnce,
  everyAttemptIsLogged,
];
