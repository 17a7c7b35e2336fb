import type { FoldedRun, PackedCells, SampleSeries, Series } from './folded-run.ts';
import { countPacked, sumPacked } from './packed-cells.ts';

/**
 * Outcomes whose time counts as latency. A request that was refused or broke at once must not make the service look fast, so only
 * answers as expected count, and requests the client stopped waiting for: those are at least as long as the client's time-out.
 */
export const isTimed = (outcome: string): boolean => outcome === 'ok' || outcome === 'timeout';

/** The end of the run came before the answer: no attempt whose end is known, and only the least that it would have taken. */
export const isUnfinished = (outcome: string): boolean => outcome === 'unfinished';

/** Series that budgets are judged on: phases that count, *response* clock, chosen by step. */
export function judgedSeries(folded: FoldedRun, step: string): SampleSeries[] {
  return folded.samples.filter((series) => series.step === step && series.judged && series.clock === 1);
}

/** Histograms of several series per second, added up; ascending. */
export function perSecond(series: readonly Series[]): Map<number, PackedCells> {
  const lists = new Map<number, PackedCells[]>();
  for (const { seconds } of series) {
    for (const [second, cells] of seconds) {
      const list = lists.get(second);
      if (list === undefined) lists.set(second, [cells]);
      else list.push(cells);
    }
  }
  const ordered = [...lists].sort(([a], [b]) => a - b);
  return new Map(ordered.map(([second, list]) => [second, list.length === 1 ? list[0]! : sumPacked(list)]));
}

/** The sum of several series over all seconds. */
export function total(series: readonly Series[]): PackedCells {
  return sumPacked(series.flatMap(({ seconds }) => [...seconds.values()]));
}

/** How often something was attempted in each second of the run: give it the samples of one step, of several, or of a journey. */
export function attemptsPerSecond(series: readonly Series[], seconds: number): Float64Array {
  const attempts = new Float64Array(seconds);
  for (const { clock, seconds: bySecond } of series) {
    if (clock !== 1) continue;
    for (const [second, cells] of bySecond) attempts[second] = attempts[second]! + countPacked(cells);
  }
  return attempts;
}

/** How many samples several series hold. */
export const countOf = (series: readonly Series[]): number => series.reduce((sum, { count }) => sum + count, 0);
