import type { Check } from '../../shared/audit/check.ts';

/** What people were told, the log says too: as often, and with the same cause. */
const everyAttemptIsLogged: Check = {
  name: 'every-attempt-is-logged',
  examined: `select count(*) from reported where status <> 'unknown'`,
  violations: `
    select 'attempt ' || t.key || ' of person ' || t.person || ': told ' || t.status || coalesce(' for ' || t.cause, '') || ', the log has '
        || coalesce((select string_agg(l.outcome || coalesce(' for ' || l.cause, ''), ', ') from log l where l.attempt = t.key), 'nothing') as item
      from reported t
      where t.status <> 'unknown' and (select count(*) from log l where l.attempt = t.key and l.person = t.person and l.outcome = t.status
          and (t.status <> 'failed' or l.cause = t.cause)) < case when t.status = 'struck' then t.receipt::int else 1 end`,
};

/** After a failure people ask why, and whose fault it was. */
const everyFailureHasCauseAndOwner: Check = {
  name: 'every-failure-has-cause-and-owner',
  examined: `select count(*) from log where outcome not in ('sent', 'verified')`,
  violations: `
    select 'attempt ' || attempt || ', ' || step || ': ' || outcome || ' without a cause or an owner' as item
      from log where outcome not in ('sent', 'verified') and (cause is null or owner is null)`,
};

export const LOG_CHECKS: readonly Check[] = [everyAttemptIsLogged, everyFailureHasCauseAndOwner];
