import type { ReportSeries } from '../../../../models/results/series.ts';
import { sayCount, sayNumber } from '../../../../models/words/count.ts';
import { elapsed } from '../../../format/time/clock.ts';

/** How many requests were sent and how many at most, as one sentence without its full stop. */
export function requestsFinding({ steps, durationSeconds }: Pick<ReportSeries, 'steps' | 'durationSeconds'>): string {
  const total = steps.reduce((sum, { attempts }) => sum + attempts, 0);
  if (total === 0) return 'No request was made';
  const x = steps[0]?.requests.x ?? [];
  const rates = x.map((_, bin) => steps.reduce((sum, { requests }) => sum + (requests.y[bin] ?? 0), 0));
  const most = Math.max(...rates);
  const mean = total / Math.max(1, durationSeconds);
  return `${sayCount(total)} requests: ${sayNumber(mean)} per second on average, ${sayNumber(most)} at the peak ${elapsed(x[rates.indexOf(most)] ?? 0)} after the start`;
}
