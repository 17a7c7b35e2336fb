import type { Check } from '../../shared/audit/check.ts';
import type { Clocks } from '../rules.ts';

/** Smallest share of the people who must be through in time. */
const LEAST = 0.97;

/**
 * Everybody who tried, but those who were blocked, those who stopped for what is theirs (no app, an old browser, a typing error), and those
 * whose ten minutes were not over when the run ended.
 */
const TRIED = `(select l.person, min(l.at) as began, (select min(v.verified_at) from verifications v where v.person = l.person) as verified,
    (array_agg(l.owner order by l.at desc))[1] as owner, max(l.at) as last
  from log l where not exists (select from blocks b where b.person = l.person) group by l.person)`;

const counted = (success: number): string => `
  from ${TRIED} tried where verified is not null or (owner is distinct from 'user' and owner is distinct from 'client environment'
    and (owner is not null or (select max(at) from log) - began > ${success}))`;

const inTime = (success: number): string => `count(*) filter (where verified - began <= ${success})`;

/** People get through, or it is no service: nobody sees an error where a message never comes. */
export const withinTenMinutes = ({ success }: Clocks): Check => ({
  name: 'through-within-ten-minutes',
  examined: `select count(*) ${counted(success)}`,
  violations: `
    select round(100.0 * ${inTime(success)} / count(*), 1) || ' % of ' || count(*) || ' people were through within ten minutes; at least ${100 * LEAST} % is asked' as item
      ${counted(success)} having ${inTime(success)} < ${LEAST} * count(*)`,
});
