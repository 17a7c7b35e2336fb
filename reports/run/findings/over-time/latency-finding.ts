import type { ReportSeries, StepSeries } from '../../../../models/results/series.ts';
import { sayTime } from '../../../../models/words/duration.ts';
import { shorten } from '../../../format/shorten.ts';

/** When steps were over their limit on p95, as one sentence without its full stop. `failed`: titles of steps that broke it over the run. */
export function latencyFinding(series: Pick<ReportSeries, 'steps'>, failed: readonly string[]): string {
  const shown = series.steps.filter(({ overall }) => overall.count > 0);
  if (shown.length === 0) return 'No request was answered';
  if (shown.every(({ basis }) => basis === 'refused')) return 'Every answer was a refusal or a failure: these are their times';
  const limited = shown.filter(({ over }) => over !== null);
  if (limited.length === 0) return 'Response times over the run; no step has a limit on p95';
  const over = limited.filter((step) => seconds(step) > 0).sort((a, b) => seconds(b) - seconds(a));
  const worst = over.find(({ step }) => failed.includes(step)) ?? over[0];
  if (worst === undefined) return 'No step was over its p95 limit at any time';
  const broke = failed.includes(worst.step);
  const { title, over: limit } = worst;
  const when = `over its p95 limit in ${sayTime(seconds(worst) * 1000)} of ${sayTime((limit?.judgedSeconds ?? 0) * 1000)}`;
  return broke
    ? `${shorten(title, 48)} was ${when}`
    : `Over the whole run every step kept its p95 limit; ${shorten(title, 48)} was ${when}`;
}

const seconds = ({ over }: StepSeries): number => over?.seconds ?? 0;
