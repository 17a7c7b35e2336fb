import type { Check } from '../../../shared/audit/check.ts';

/** A person who is told that a payment failed pays once more; one who is told that it was made goes away with the goods. */
const notifiedIsBooked: Check = {
  name: 'notified-is-booked',
  examined: 'select count(*) from notifications',
  violations: `
    select 'key ' || n.key || ': the message said ' || n.said || ' with ' || coalesce(n.receipt, 'no receipt') || ', the answer was '
        || coalesce(a.status || ' with ' || coalesce(a.receipt, 'no receipt'), 'none') as item
      from notifications n left join answers a on a.key = n.key
      where (n.said, n.account, n.receipt) is distinct from (a.status, a.account, a.receipt)
    union all
    select 'key ' || a.key || ': ' || a.status || ', and ' || count(n.key) || ' messages' from answers a left join notifications n on n.key = a.key
      group by a.key, a.status having count(n.key) <> 1`,
};

/** What the card network will bill is what the ledger charged to cards. */
const networkAgrees: Check = {
  name: 'network-agrees',
  examined: `select count(*) from network_charges where state = 'authorised'`,
  violations: `
    with charged as (
      select m.key, max(e.amount) as won from movements m join entries e on e.movement = m.id
        where m.kind = 'payment' and m.tender = 'card' and not exists (select from movements r where r.reverses = m.id and r.kind = 'cancel')
        group by m.key)
    select 'key ' || coalesce(n.key, c.key) || ': the card network bills ' || coalesce(n.won, 0) || ', the ledger charged ' || coalesce(c.won, 0) as item
      from (select * from network_charges where state = 'authorised') n full join charged c on c.key = n.key where n.won is distinct from c.won`,
};

/** Once a day was settled, every merchant has what they took, once. */
const settledInFull: Check = {
  name: 'settled-in-full',
  examined: `select count(*) from movements where kind = 'settlement'`,
  violations: `
    select 'account ' || a.id || ': ' || a.balance || ' of the day were not paid out' as item from accounts a
      where a.kind = 'merchant' and a.balance <> 0 and exists (select from movements where kind = 'settlement')
    union all
    select 'account ' || e.account || ': paid out ' || count(*) || ' times in ' || split_part(m.key, '~', 2)
      from movements m join entries e on e.movement = m.id and e.amount < 0 where m.kind = 'settlement'
      group by e.account, split_part(m.key, '~', 2) having count(*) > 1`,
};

/** What people, the card network and merchants got to know and to see, against the books. */
export const TOLD_CHECKS: readonly Check[] = [notifiedIsBooked, networkAgrees, settledInFull];
