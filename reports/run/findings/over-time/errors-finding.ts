import type { RunFile } from '../../../../models/results/run.ts';
import { plural, sayCount } from '../../../../models/words/count.ts';
import { sayShare } from '../../../../models/words/share.ts';
import { shorten } from '../../../format/shorten.ts';

/** How many requests failed, where and why, as one sentence without its full stop. `titleOf` gives a step's title. */
export function errorsFinding(run: Pick<RunFile, 'steps' | 'errors'>, titleOf: (step: string) => string): string {
  const attempts = run.steps.reduce((sum, step) => sum + step.attempts, 0);
  const failed = run.steps.reduce((sum, step) => sum + step.attempts - (step.outcomes.ok ?? 0), 0);
  if (attempts === 0) return 'No request was made';
  if (failed === 0) return `None of ${plural(attempts, 'request', 'requests')} failed`;
  const top = [...run.errors].sort((a, b) => b.count - a.count)[0];
  const mostly = top ? `, most often ${shorten(titleOf(top.step), 40)}: ${shorten(top.cause, 60)}` : '';
  return failed === attempts
    ? `All ${plural(attempts, 'request', 'requests')} failed${mostly}`
    : `${sayCount(failed)} of ${plural(attempts, 'request', 'requests')} failed (${sayShare(failed / attempts)})${mostly}`;
}
