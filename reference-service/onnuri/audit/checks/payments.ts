import type { Check } from '../../../shared/audit/check.ts';

/** The ledger's side of each key: who lost, who got, how much. */
const BOOKED = `
  booked as (
    select m.id, m.key, m.kind, m.reverses, m.tender, receipt_of(m.id) as receipt,
        max(e.amount) as amount, min(e.account) filter (where e.amount < 0) as source, max(e.account) filter (where e.amount > 0) as sink
      from movements m left join entries e on e.movement = m.id where m.kind not in ('opening', 'settlement')
      group by m.id, m.key, m.kind, m.reverses, m.tender)`;

/** Whose money a payment took: that of the person, or of the card network for their card. */
const payer = `case b.tender when 'card' then 2000000000 else t.account end`;

const legs = `b.amount || ' from account ' || coalesce(b.source::text, 'none') || ' to ' || coalesce(b.sink::text, 'none')`;
const asked = `t.amount || ' from account ' || t.account || ' to ' || pg_temp.store_account(t.store)`;

const receiptHasEntry: Check = {
  name: 'receipt-has-entry',
  examined: `select count(*) from reported where receipt <> '' and amount is not null`,
  violations: `
    select 'receipt ' || t.receipt || ' of key ' || t.key || ': no entry' as item from reported t
      left join (select distinct receipt_of(movement) as receipt from entries) e on e.receipt = t.receipt
      where t.receipt <> '' and t.amount is not null and e.receipt is null`,
};

const reportedEqualsLedger: Check = {
  name: 'reported-equals-ledger',
  examined: `select count(*) from reported where status <> 'unknown' and amount is not null`,
  violations: `
    with ${BOOKED}
    select 'key ' || t.key || ': reported ' || t.status || ' of ' || t.amount || ' with receipt ' || quote_literal(t.receipt) || ', the ledger has '
        || coalesce(b.kind || ' of ' || coalesce(b.amount::text, 'nothing') || ' with ' || b.receipt, 'nothing') as item
      from reported t left join booked b on b.key = t.key
      where t.amount is not null and case t.status
        when 'declined' then b.key is not null
        when 'approved' then (b.kind, b.amount, b.receipt) is distinct from ('payment', t.amount, t.receipt)
        when 'cancelled' then (b.kind, b.amount, b.receipt) is distinct from ('cancel', t.amount, t.receipt)
        when 'refunded' then (b.kind, b.amount, b.receipt) is distinct from ('refund', t.amount, t.receipt)
        else false end`,
};

const payerAndStoreAsAsked: Check = {
  name: 'payer-and-store-as-asked',
  examined: `select count(*) from reported where status = 'approved' and store is not null and account is not null`,
  violations: `
    with ${BOOKED}
    select 'key ' || t.key || ': asked for ' || ${asked} || ', the ledger has ' || ${legs} as item
      from reported t join booked b on b.key = t.key
      where t.status = 'approved' and t.store is not null and t.account is not null
        and (b.source, b.sink) is distinct from (${payer}, pg_temp.store_account(t.store))`,
};

/** A payment without an answer may have been made or not; if it was, then once and as it was asked for. */
const unknownChargedAsAsked: Check = {
  name: 'unknown-charged-as-asked',
  examined: `select count(distinct key) from reported where status = 'unknown' and (store is not null or of_key is not null)`,
  violations: `
    with ${BOOKED}, silent as (select * from reported t where t.status = 'unknown' and t.account is not null
        and not exists (select from reported o where o.key = t.key and o.status <> 'unknown'))
    select 'key ' || t.key || ': asked for ' || ${asked} || ' without an answer, the ledger has ' || b.kind || ' of ' || ${legs} as item
      from silent t join booked b on b.key = t.key
      where t.store is not null and (b.kind, b.amount, b.source, b.sink) is distinct from ('payment', t.amount, ${payer}, pg_temp.store_account(t.store))
    union all
    select 'key ' || t.key || ': asked to cancel ' || t.of_key || ' without an answer, the ledger has ' || b.kind || ' of ' || coalesce(o.key, 'no payment')
      from silent t join booked b on b.key = t.key left join movements o on o.id = b.reverses
      where t.of_key is not null and (b.kind not in ('cancel', 'refund') or o.key is distinct from t.of_key or (b.tender = 'voucher' and b.sink is distinct from t.account))
    union all
    select 'key ' || key || ': without an answer, charged ' || count(*) || ' times' from booked where key in (select key from silent)
      group by key having count(*) > 1`,
};

/** The least that an account held at any moment: a decline is right when that did not suffice. */
const declinedOnlyWhenPoor: Check = {
  name: 'declined-only-when-poor',
  examined: `select count(*) from reported where status = 'declined' and amount is not null and account is not null`,
  violations: `
    with held as (
      select e.account, sum(e.amount) over (partition by e.account order by e.movement) as balance from entries e
        where e.account in (select account from reported where status = 'declined')),
    least as (select account, min(balance) as balance from held group by account)
    select 'key ' || t.key || ': declined ' || t.amount || ' of account ' || t.account || ', which never held less than ' || coalesce(l.balance, 0) as item
      from reported t left join least l on l.account = t.account
      where t.status = 'declined' and t.amount is not null and t.account is not null and coalesce(l.balance, 0) >= t.amount`,
};

const cancelUndoesWhatWasNamed: Check = {
  name: 'cancel-undoes-what-was-named',
  examined: `select count(*) from movements where kind = 'cancel'`,
  violations: `
    with ${BOOKED}
    select 'cancel with key ' || coalesce(c.key, 'missing') || ': ' || coalesce(c.amount || ' from account ' || c.source || ' to ' || c.sink, 'nothing')
        || coalesce(' for the payment ' || b.key || ' of ' || ${legs}, ' for no payment') as item
      from booked c left join booked b on b.id = c.reverses and b.kind = 'payment'
      where c.kind = 'cancel' and (c.amount, c.source, c.sink) is distinct from (b.amount, b.sink, b.source)
    union all
    select 'cancel with key ' || t.key || ': asked to take back ' || t.of_key || ' of account ' || coalesce(t.account::text, 'unknown') || ', took back '
        || coalesce(o.key || ' of account ' || o.source, 'nothing')
      from reported t join booked c on c.key = t.key left join booked o on o.id = c.reverses
      where t.status = 'cancelled' and t.of_key is not null
        and (o.key is distinct from t.of_key or (t.account is not null and o.tender = 'voucher' and o.source is distinct from t.account))`,
};

/** A repeated request must find the answer that was given. */
const answersKept: Check = {
  name: 'answers-kept',
  examined: `select count(*) from reported where status in ('approved', 'declined', 'cancelled', 'refunded') and amount is not null`,
  violations: `
    select 'key ' || t.key || ': reported ' || t.status || ' with receipt ' || quote_literal(t.receipt) || ', the answer kept is '
        || coalesce(a.status || ' with ' || coalesce(a.receipt, 'no receipt') || ' to account ' || a.account || ' for ' || a.body, 'none') as item
      from reported t left join answers a on a.key = t.key
      where t.status in ('approved', 'declined', 'cancelled', 'refunded') and t.amount is not null and (
        (a.status, coalesce(a.receipt, '')) is distinct from (t.status, t.receipt)
        or (t.account is not null and a.account <> t.account)
        or (t.store is not null and not starts_with(a.body || ':', pg_temp.store_account(t.store) || ':' || t.amount || ':'))
        or (t.of_key is not null and a.body not in (t.of_key, t.of_key || ':' || t.amount)))`,
};

/** Movements of one user are numbered while the account is locked, so that their order is that of the books. */
const balanceToldIsThatOfTheBooks: Check = {
  name: 'balance-told-is-that-of-the-books',
  examined: `select count(*) from answers where status in ('approved', 'cancelled', 'refunded')`,
  violations: `
    with held as (
      select e.account, e.movement, sum(e.amount) over (partition by e.account order by e.movement) as balance from entries e
        where e.account in (select account from answers))
    select 'key ' || a.key || ': told a balance of ' || a.balance || ' after ' || a.status || ', account ' || a.account || ' held ' || h.balance as item
      from answers a join movements m on m.key = a.key join held h on h.movement = m.id and h.account = a.account
      where a.status in ('approved', 'cancelled', 'refunded') and a.balance <> h.balance`,
};

const chargeHasAttempt: Check = {
  name: 'charge-has-attempt',
  needsWholeJournal: true,
  examined: `select count(*) from movements where kind not in ('opening', 'settlement')`,
  violations: `
    select kind || ' with key ' || coalesce(key, 'missing') || ': no user asked for it' as item
      from movements m where kind not in ('opening', 'settlement') and not exists (select from reported t where t.key = m.key)`,
};

/** Payments and cancels against what was asked and answered. */
export const PAYMENT_CHECKS: readonly Check[] = [
  receiptHasEntry,
  reportedEqualsLedger,
  payerAndStoreAsAsked,
  declinedOnlyWhenPoor,
  cancelUndoesWhatWasNamed,
  unknownChargedAsAsked,
  answersKept,
  balanceToldIsThatOfTheBooks,
  chargeHasAttempt,
];
