import type { RunFile } from '../../../models/results/run.ts';
import type { VerdictFile } from '../../../models/results/verdict.ts';
import { percent } from '../../format/number.ts';

const INTERRUPTED: Readonly<Record<NonNullable<RunFile['interruption']>, string>> = {
  signal: 'The run was interrupted: it shows only what was measured until then',
  'generator-died': 'The load generator died: nothing after that moment was measured',
  'target-died': 'The target died during the run',
  'disk-full': 'The disk was full: the end of the run was not recorded',
};

/** Whether the numbers may be believed, as one sentence without its full stop. */
export function trustFinding(run: RunFile, verdict: VerdictFile): string {
  if (run.interruption) return INTERRUPTED[run.interruption];
  const broken = verdict.validity.filter((one) => one.verdict === 'FAIL' || one.verdict === 'INVALID');
  const unknown = verdict.validity.filter((one) => one.verdict === 'INCONCLUSIVE');
  if (broken.length > 0)
    return `Do not trust these numbers yet: ${broken.length} of ${verdict.validity.length} validity checks did not hold`;
  if (unknown.length > 0)
    return `Trust these numbers with care: ${unknown.length} of ${verdict.validity.length} validity checks could not be made`;
  if (verdict.validity.length === 0) return 'Nothing was checked about the generator, so the numbers stand unproven';
  const onTime = run.arrivals.onTimeShare;
  return onTime === null
    ? 'The generator was healthy'
    : `The generator kept up: ${percent(onTime)} of arrivals started within 25 ms of their time`;
}
