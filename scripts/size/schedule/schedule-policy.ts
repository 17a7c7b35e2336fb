import type { SchedulePolicy } from '../../../models/sizing/schedule/node-schedule.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import type { ForecastDemand } from '../forecast-demand.ts';
import type { ChosenPolicy } from '../sizing-policy.ts';

/** What a policy does not say of its schedule. The lead is that of the autoscaler in whole minutes. */
const USUAL = { leastMinutes: 60, changeSaves: 1, deployment: 'app', group: 'app' };
const LONGEST_LEAD = 59;

/** How the schedule is made: from the policy, else by the usual values and the zone of the forecast. */
export function schedulePolicy({ timeZone }: Pick<ForecastDemand, 'timeZone'>, { policy, file }: ChosenPolicy): SchedulePolicy {
  const given = file?.schedule ?? {};
  const chosen = {
    timeZone,
    leadMinutes: Math.min(LONGEST_LEAD, Math.ceil(policy.autoscaler.lag / 60)),
    ...USUAL,
    ...given,
  };
  if (!isZone(chosen.timeZone))
    throw new SurgeproofError('invalid-options', {
      problems: [`schedule.timeZone: must be an IANA time zone such as Asia/Seoul, got ${chosen.timeZone}`],
    });
  return chosen;
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
