import type { RunFile } from '../../../models/results/run.ts';
import { percent, whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';

/** How many requests failed, where and whose fault it mostly was, as one sentence without its full stop. */
export function errorsFinding(run: Pick<RunFile, 'steps' | 'errors'>): string {
  const attempts = run.steps.reduce((sum, step) => sum + step.attempts, 0);
  const failed = run.steps.reduce((sum, step) => sum + step.attempts - (step.outcomes.ok ?? 0), 0);
  if (attempts === 0) return 'No request was made';
  if (failed === 0) return `None of ${whole(attempts)} requests failed`;
  const share = percent(failed / attempts);
  const top = [...run.errors].sort((a, b) => b.count - a.count)[0];
  const mostly = top ? `, most often ${shorten(top.step, 40)}: ${shorten(top.cause, 60)} (${top.owner})` : '';
  return failed === attempts
    ? `All ${whole(attempts)} requests failed${mostly}`
    : `${whole(failed)} of ${whole(attempts)} requests failed (${share})${mostly}`;
}
