import { at } from '../../../workload/checks/problem.ts';
import { type PlannedFault, type RecoveryLimit, USUAL_RECOVERY } from '../../../workload/surge/fault.ts';
import { type Problems, readDuration, readShare } from '../../units/read-units.ts';
import { sayDuration } from '../../units/say-units.ts';
import { readFields } from '../values/read-values.ts';

/** The limit on recovery; null when the profile sets none. `until`: when the arrivals end, seconds. */
export function readRecovery(
  value: unknown,
  faults: readonly PlannedFault[],
  until: number,
  path: string,
  problems: Problems,
): RecoveryLimit | null {
  if (value === undefined) return null;
  const fields = readFields(value, ['within', 'success', 'stable', 'failFast'], path, problems);
  if (fields === null) return null;
  const stableSeconds =
    fields.stable === undefined ? USUAL_RECOVERY.stableSeconds : readDuration(fields.stable, at(path, 'stable'), problems) / 1_000;
  const last = Math.max(0, ...faults.map(({ to }) => to));
  if (faults.length === 0)
    problems.push({ path, message: 'must be left out without faults, after which there is nothing to recover from' });
  else if (last + stableSeconds > until) {
    const say = (seconds: number): string => sayDuration(1_000 * seconds);
    const message = `must fit between the end of the last fault (${say(last)}) and the end of the arrivals (${say(until)}), got ${say(stableSeconds)}; let people arrive for longer, or give a shorter time`;
    problems.push({ path: at(path, 'stable'), message });
  }
  return {
    withinSeconds: readDuration(fields.within, at(path, 'within'), problems) / 1_000,
    success: fields.success === undefined ? USUAL_RECOVERY.success : readShare(fields.success, at(path, 'success'), problems),
    stableSeconds,
    ...(fields.failFast === undefined ? {} : { failFast: readDuration(fields.failFast, at(path, 'failFast'), problems) }),
  };
}
