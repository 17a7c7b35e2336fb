import type { RunFile } from '../../../models/results/run.ts';
import type { VerdictFile } from '../../../models/results/verdict.ts';
import { plural } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';

const INTERRUPTED: Readonly<Record<NonNullable<RunFile['interruption']>, string>> = {
  signal: 'The run was stopped early: it shows only what was measured until then',
  'generator-died': 'k6 died: nothing after that moment was measured',
  'script-error': 'An error in the surge file ended the run: nothing after that moment was measured',
  killed: 'surgeproof was killed: nothing after that moment was measured',
  'target-died': 'The target died during the run',
  'disk-full': 'The disk was full: the end of the run was not recorded',
};

/** Whether the run can be trusted, as one sentence without its full stop. */
export function trustFinding(run: Pick<RunFile, 'interruption' | 'arrivals'>, { validity }: Pick<VerdictFile, 'validity'>): string {
  if (run.interruption) return INTERRUPTED[run.interruption];
  const broken = validity.filter((one) => one.verdict === 'FAIL' || one.verdict === 'INVALID');
  const unknown = validity.filter((one) => one.verdict === 'INCONCLUSIVE' || one.because === 'not-measured');
  const checks = plural(validity.length, 'check', 'checks');
  if (broken.length > 0) return `Do not trust these numbers: ${broken.length} of ${checks} of the load generator and the target failed`;
  if (unknown.length > 0) return `Trust these numbers with care: ${unknown.length} of ${checks} could not be made`;
  if (validity.length === 0) return 'Nothing was checked about the load generator';
  const onTime = run.arrivals.onTimeShare;
  return onTime === null
    ? 'The load generator was not the limit'
    : `The load generator was not the limit: ${sayShare(onTime)} of arrivals started within 25 ms of their time`;
}
