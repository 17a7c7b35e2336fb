import type { StepSeries } from '../../results/series.ts';

/** Steps with a heat map and a percentile plot of their own. */
const MOST = 6;

/** The steps nearest to (or furthest over) one of their latency limits, the nearest first; steps without a limit follow by their number of requests. */
export function nearestSteps(steps: readonly StepSeries[]): StepSeries[] {
  const measured = steps.filter(({ overall }) => overall.count > 0);
  return measured
    .map((step) => ({ step, pressure: pressureOf(step) }))
    .sort((a, b) => b.pressure - a.pressure || b.step.attempts - a.step.attempts)
    .slice(0, MOST)
    .map(({ step }) => step);
}

/** Largest latency as a share of its limit; 0 without limits. */
function pressureOf({ limits, overall }: StepSeries): number {
  if (limits === null) return 0;
  const shares = (['p50', 'p95', 'p99'] as const).map((name) => {
    const [value, limit] = [overall[name], limits[name]];
    return value === null || limit === null ? 0 : value / limit;
  });
  return Math.max(...shares);
}
