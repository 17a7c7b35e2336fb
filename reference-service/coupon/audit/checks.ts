import type { Check } from '../../shared/audit/check.ts';

const neverOversold: Check = {
  name: 'never-oversold',
  examined: 'select count(*) from purchases',
  violations: `
    select 'vouchers: ' || sold || ' sold of ' || total as item from stock, (select count(*) as sold from purchases) p where sold > total
    union all
    select 'stock: ' || left_over || ' left of ' || total || ' after ' || sold || ' were sold' from stock, (select count(*) as sold from purchases) p
      where left_over <> total - sold`,
};

const soldOutOnlyWhenEmpty: Check = {
  name: 'sold-out-only-when-empty',
  examined: `select count(*) from reported where status = 'sold-out'`,
  violations: `
    select 'person ' || t.person || ': told sold out, ' || s.left_over || ' were left at the end' as item
      from reported t, stock s where t.status = 'sold-out' and s.left_over > 0`,
};

/** Early, politely, and only those whose day it is not. */
const eligibleNeverTurnedAway: Check = {
  name: 'eligible-never-turned-away',
  examined: `select count(*) from reported where digit in (select digit from today)`,
  violations: `
    select 'person ' || person || ' with digit ' || digit || ': turned away on their own day' as item from reported
      where status = 'not-today' and digit in (select digit from today)`,
};

const othersNeverServed: Check = {
  name: 'others-never-served',
  examined: `select count(*) from reported where digit not in (select digit from today)`,
  violations: `
    select 'person ' || a.person || ': ' || receipt_of('A', a.id) || ' on a day that is not theirs' as item
      from applications a join (select distinct person, digit from reported where digit is not null) t on t.person = a.person
      where t.digit not in (select digit from today)`,
};

const receiptHasRow: Check = {
  name: 'receipt-has-row',
  examined: `select count(*) from reported where status in ('accepted', 'bought')`,
  violations: `
    with rows as (
      select key, person, receipt_of('A', id) as receipt from applications union all select key, person, receipt_of('P', id) from purchases)
    select 'key ' || t.key || ' of person ' || t.person || ': receipt ' || quote_literal(t.receipt) || ', the books have '
        || coalesce(r.receipt || ' of person ' || r.person, 'none') as item
      from reported t left join rows r on r.key = t.key
      where t.status in ('accepted', 'bought') and (r.receipt, r.person) is distinct from (t.receipt, t.person)`,
};

const rowHasAttempt: Check = {
  name: 'row-has-attempt',
  needsWholeJournal: true,
  examined: 'select (select count(*) from applications) + (select count(*) from purchases)',
  violations: `
    with rows as (select key, person from applications union all select key, person from purchases)
    select 'key ' || r.key || ' of person ' || r.person || ': ' || coalesce('told ' || t.status, 'nobody asked for it') as item
      from rows r left join reported t on t.key = r.key
      where t.key is null or t.status not in ('accepted', 'bought', 'unknown')`,
};

/** What was there before the maintenance of the night began counts, and nothing that came later does. */
const closeIsExact: Check = {
  name: 'close-is-exact',
  examined: 'select (select count(*) from applications) + (select count(*) from refusals) from closing',
  violations: `
    select 'key ' || r.key || ': refused ' || extract(epoch from c.closes_at - r.received_at)::numeric(12, 3) || ' s before the close' as item
      from refusals r, closing c where r.received_at <= c.closes_at
    union all
    select receipt_of('A', a.id) || ': taken ' || extract(epoch from a.received_at - c.closes_at)::numeric(12, 3) || ' s after the close'
      from applications a, closing c where a.received_at > c.closes_at`,
};

/** What the books hold against what people were told. */
export const CHECKS: readonly Check[] = [
  neverOversold,
  soldOutOnlyWhenEmpty,
  eligibleNeverTurnedAway,
  othersNeverServed,
  receiptHasRow,
  rowHasAttempt,
  closeIsExact,
];
