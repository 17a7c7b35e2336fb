import type { StepSeries } from '../../../models/results/series.ts';
import { type Ink, SERIES_INKS } from '../../charts/figure/ink.ts';

/** Steps with a colour of their own, by name, in the order of the surge: all while there are six, else the five most frequent ones. */
export function stepInks(steps: readonly StepSeries[]): Map<string, Ink> {
  const few = steps.length <= SERIES_INKS.length;
  const most = [...steps].sort((a, b) => b.attempts - a.attempts).slice(0, few ? steps.length : SERIES_INKS.length - 1);
  const chosen = steps.filter((step) => most.includes(step));
  return new Map(chosen.map(({ step }, index) => [step, SERIES_INKS[index] ?? 'other']));
}
