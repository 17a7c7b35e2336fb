import type { Check } from '../../../shared/audit/check.ts';

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
  examined: `select count(*) from accounts where kind not in ('float', 'network')`,
  violations: `select kind || ' account ' || id || ': ' || balance as item from accounts where kind not in ('float', 'network') and balance < 0`,
};

const noDoubleCharge: Check = {
  name: 'no-double-charge',
  examined: `select count(*) from movements where kind <> 'opening'`,
  violations: `
    select 'key ' || coalesce(key, 'missing') || ': ' || count(*) || ' movements' as item
      from movements where kind <> 'opening' group by key having count(*) > 1 or key is null
    union all
    select 'payment ' || reverses || ': taken back ' || count(*) || ' times'
      from movements where kind = 'cancel' group by reverses having count(*) > 1`,
};

const oneOpeningEach: Check = {
  name: 'one-opening-each',
  examined: `select count(*) from accounts where kind = 'user'`,
  violations: `
    with opened as (
      select e.account, count(*) as times, sum(e.amount) as won from movements m join entries e on e.movement = m.id
        where m.kind = 'opening' and e.account <> 0 group by e.account)
    select a.kind || ' account ' || a.id || ': ' || coalesce(o.times, 0) || ' openings of ' || coalesce(o.won, 0) || ' in all' as item
      from accounts a left join opened o on o.account = a.id
      where a.kind <> 'float' and case a.kind when 'user' then o.times is distinct from 1 or o.won <> opening_balance(a.id) else o.times > 0 end
    union all
    select 'movement ' || m.id || ': an opening that names ' || coalesce('key ' || m.key, 'payment ' || m.reverses) from movements m
      where m.kind = 'opening' and (m.key is not null or m.reverses is not null)
    union all
    select 'movement ' || m.id || ': an opening at ' || m.at || ', after second 0 of the run' from movements m, the_run
      where m.kind = 'opening' and m.at > second_zero`,
};

/** Clocks of machines without a time service differ by seconds; assumed. */
const FARTHEST_CLOCK = '1 minute';

/** The books of a run are made anew, so that a booking of another day, or of another time zone, has a wrong date. */
const bookedInTheRun: Check = {
  name: 'booked-in-the-run',
  examined: `select count(*) from movements where kind <> 'opening'`,
  violations: `
    select kind || ' with key ' || coalesce(key, 'missing') || ': booked at ' || at || ', the run began at ' || second_zero as item
      from movements, the_run where kind <> 'opening'
        and (at < second_zero - interval '${FARTHEST_CLOCK}' or at > clock_timestamp() + interval '${FARTHEST_CLOCK}')`,
};

/** What holds in the ledger alone. */
export const MONEY_CHECKS: readonly Check[] = [moneyConserved, noNegativeBalance, noDoubleCharge, oneOpeningEach, bookedInTheRun];
