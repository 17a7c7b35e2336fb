import type { FaultsSummary } from '../../../models/results/faults.ts';
import { plural } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';

/** Whether the service recovered from its faults, as one sentence without its full stop. */
export function faultsFinding({ effects, recoveredAfter, success, stableSeconds }: FaultsSummary): string {
  const missing = effects.filter(({ wasDone, problem }) => !wasDone || problem !== null).length;
  if (missing > 0) return `${missing} of ${plural(effects.length, 'fault was', 'faults were')} not there as planned`;
  const rule = `${sayShare(success)} of the requests for ${sayTime(1_000 * stableSeconds)}`;
  if (recoveredAfter === null) return `The run did not see a recovery (${rule})`;
  const after = recoveredAfter < 1 ? 'at once' : sayTime(1_000 * Math.round(recoveredAfter));
  return `After ${plural(effects.length, 'fault', 'faults')}, requests succeeded again ${after}${recoveredAfter < 1 ? '' : ' later'} (${rule})`;
}
