import type { Check } from '../../shared/audit/check.ts';
import { type Clocks, COUNTS } from '../rules.ts';

/** The terms as a table: reason, milliseconds or null. They are those of the rules, not those that the service wrote down. */
function termsOf({ blocks }: Clocks): string {
  const rows = Object.entries(blocks).map(([reason, term]) => `('${reason}', ${term ?? 'null'}::double precision)`);
  return `(values ${rows.join(', ')}) as terms (reason, term)`;
}

/** Failures that people were told of, and that count, are as many as the service counted; nobody with an attempt of unknown fate is looked at. */
const failuresAreCounted: Check = {
  name: 'failures-are-counted',
  examined: `select count(distinct person) from reported where status = 'struck'`,
  violations: `
    select 'person ' || told.person || ': told ' || told.failures || ' times, counted ' || coalesce(i.strikes, 0) as item
      from (select person, sum(receipt::int) filter (where status = 'struck') as failures, bool_or(status = 'unknown') as unclear
        from reported where status in ('struck', 'unknown') group by person) told
      left join identities i on i.person = told.person
      where not told.unclear and told.failures <> coalesce(i.strikes, 0)`,
};

/** After the last failure that is allowed there is a block. */
const blockAfterFailures: Check = {
  name: 'block-after-five-failures',
  examined: 'select count(*) from identities where strikes > 0',
  violations: `
    select 'person ' || i.person || ': ' || i.strikes || ' failures, ' || count(b.id) || ' blocks' as item
      from identities i left join blocks b on b.person = i.person
      group by i.person, i.strikes, i.kinds having cardinality(i.kinds) >= ${COUNTS.failures}
        or i.strikes - cardinality(i.kinds) < ${COUNTS.failures} * count(b.id)`,
};

/** A moment at which a block ended by the rules: the desk's word, or the end of the time. */
const endsAt = `case when b.released_by = 'desk' then b.released_at else coalesce(b.blocked_at + terms.term, 'infinity') end`;

const neverVerifiedWhileBlocked = (clocks: Clocks): Check => ({
  name: 'never-verified-while-blocked',
  examined: 'select count(*) from blocks',
  violations: `
    select 'person ' || b.person || ': verified ' || round((v.verified_at - b.blocked_at)::numeric / 1000, 2) || ' s into a block for ' || b.reason as item
      from blocks b join ${termsOf(clocks)} using (reason) join verifications v on v.person = b.person
      where v.verified_at > b.blocked_at and v.verified_at < ${endsAt}`,
});

/** Not a millisecond early, and at most a minute late; those whose time ended near the end of the run were perhaps not looked at any more. */
const releasedOnTime = (clocks: Clocks): Check => ({
  name: 'released-on-time',
  examined: 'select count(*) from blocks where due_at is not null',
  violations: `
    select 'block of person ' || b.person || ' for ' || b.reason || ': '
        || coalesce('ended after ' || round((b.released_at - b.blocked_at)::numeric / 1000, 2) || ' s', 'did not end')
        || ', due after ' || round((terms.term)::numeric / 1000, 2) || ' s' as item
      from blocks b join ${termsOf(clocks)} using (reason)
      where terms.term is not null and b.released_by is distinct from 'desk'
        and (b.released_at < b.blocked_at + terms.term - 1
          or coalesce(b.released_at, (select max(at) from log)) > b.blocked_at + terms.term + ${clocks.lateRelease})`,
});

/** What only people may decide, no clock decides; and the desk decides nothing that nobody asked. */
const deskDecides = (clocks: Clocks): Check => ({
  name: 'desk-alone-releases-manual-blocks',
  examined: `select count(*) from blocks b join ${termsOf(clocks)} using (reason) where terms.term is null`,
  violations: `
    select 'block of person ' || b.person || ' for ' || b.reason || ': ended by ' || b.released_by as item
      from blocks b join ${termsOf(clocks)} using (reason)
      where b.released_at is not null and ((terms.term is null and b.released_by <> 'desk')
        or (b.released_by = 'desk' and not exists (select from cases c where c.block = b.id and c.asked_at <= b.released_at)))`,
});

/** Who is kept out, from when to when. */
export const blockChecks = (clocks: Clocks): readonly Check[] => [
  failuresAreCounted,
  blockAfterFailures,
  neverVerifiedWhileBlocked(clocks),
  releasedOnTime(clocks),
  deskDecides(clocks),
];
