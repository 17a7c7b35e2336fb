import type { Check } from '../../../shared/audit/check.ts';

/** The ordinary card pays only for a person who agreed to that: a balance that cannot be reached is not a balance of zero. */
const tenderAsAsked: Check = {
  name: 'tender-as-asked',
  examined: `select count(*) from movements where kind = 'payment'`,
  violations: `
    select 'key ' || m.key || ': charged to the ordinary card, which its owner had not agreed to' as item
      from movements m where m.kind = 'payment' and m.tender = 'card' and not exists (select from reported t where t.key = m.key and t.agreed)`,
  needsWholeJournal: true,
};

const STANDING = `not exists (select from movements r where r.reverses = m.id and r.kind = 'cancel')`;

/** Whoever pays again by another tender pays once. */
const oneChargeAPurchase: Check = {
  name: 'one-charge-a-purchase',
  examined: 'select count(distinct purchase) from reported where purchase is not null',
  violations: `
    select 'purchase ' || t.purchase || ': charged ' || count(distinct m.id) || ' times, by ' || string_agg(distinct m.key || ' (' || m.tender || ')', ', ') as item
      from reported t join movements m on m.key = t.key and m.kind = 'payment' and ${STANDING}
      where t.purchase is not null group by t.purchase having count(distinct m.id) > 1`,
};

/** What was net-cancelled is not charged, also when the payment comes later. */
const netCancelledIsNeverCharged: Check = {
  name: 'net-cancelled-is-never-charged',
  examined: `select count(*) from reported where key like '%~net'`,
  violations: `
    select distinct 'key ' || t.of_key || ': net-cancelled (' || t.status || '), and charged by ' || receipt_of(m.id) as item
      from reported t join movements m on m.key = t.of_key and m.kind = 'payment' and ${STANDING}
      where t.key like '%~net' and t.status in ('cancelled', 'void')
    union
    select 'key ' || a.key || ': net-cancelled (' || a.status || '), and charged by ' || receipt_of(m.id)
      from answers a join movements m on m.key = a.key and m.kind = 'payment' and ${STANDING} where a.status = 'void'`,
};

/** Time in which it must be known what became of a payment: 99 of 100 within ten minutes in life, all of them in the few of a run. */
const LONGEST_UNKNOWN = '10 minutes';

const unknownIsResolved: Check = {
  name: 'unknown-is-resolved',
  examined: 'select count(*) from card_payments',
  violations: `
    select 'key ' || key || ': ' || case when ended_at is null then 'nobody knows what became of it' else 'known only after ' || ended_at - asked_at end as item
      from card_payments where ended_at is null or ended_at - asked_at > interval '${LONGEST_UNKNOWN}'`,
};

const refundWithinCaptured: Check = {
  name: 'refund-within-captured',
  examined: `select count(*) from movements where kind = 'refund'`,
  violations: `
    select 'payment ' || p.key || ' of ' || paid.amount || ': ' || sum(back.amount) || ' were given back' as item
      from movements p join entries paid on paid.movement = p.id and paid.amount > 0
        join movements r on r.reverses = p.id join entries back on back.movement = r.id and back.amount > 0
      where p.kind = 'payment' group by p.key, paid.amount having sum(back.amount) > paid.amount
    union all
    select 'refund with key ' || coalesce(key, 'missing') || ': of no payment' from movements r
      where kind = 'refund' and not exists (select from movements p where p.id = r.reverses and p.kind = 'payment')`,
};

const invalidQrNeverDebits: Check = {
  name: 'invalid-qr-never-debits',
  examined: 'select count(*) from reported where qr is not null',
  violations: `
    select 'key ' || t.key || ': paid by a QR that is ' || t.qr as item from reported t
      where t.qr is not null and exists (select from movements m where m.key = t.key and m.kind = 'payment')
    union all
    select 'bill ' || reference || ': paid without a payment' from paid_bills b
      where not exists (select from movements m where m.key = b.key and m.kind = 'payment')`,
};

/** Who paid, how often, and by what. */
export const TENDER_CHECKS: readonly Check[] = [
  tenderAsAsked,
  oneChargeAPurchase,
  netCancelledIsNeverCharged,
  unknownIsResolved,
  refundWithinCaptured,
  invalidQrNeverDebits,
];
