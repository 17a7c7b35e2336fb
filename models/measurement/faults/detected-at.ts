import type { Series } from '../folded-run.ts';
import { isUnfinished } from '../judged-samples.ts';
import { countPacked } from '../packed-cells.ts';

/** Answers by the second in which they came: when a client could tell. */
export interface Answers {
  readonly all: Float64Array;
  readonly failed: Float64Array;
}

/** A client that looks at the last five seconds calls a service broken when a tenth of the answers, and not just a few, are failures. Assumed. */
const WINDOW = 5;
const SHARE = 0.1;
const FEWEST = 5;

/** Whether a request was answered as it should be: a refusal that the surge expects is. */
export const isGood = (outcome: string): boolean => outcome === 'ok' || outcome === 'rejected';

export function answersOf(series: readonly Series[], seconds: number): Answers {
  const [all, failed] = [new Float64Array(seconds), new Float64Array(seconds)];
  for (const { clock, outcome, seconds: bySecond } of series) {
    if (clock !== 1 || isUnfinished(outcome)) continue;
    for (const [second, cells] of bySecond) {
      if (second >= seconds) continue;
      const count = countPacked(cells);
      all[second] = all[second]! + count;
      if (!isGood(outcome)) failed[second] = failed[second]! + count;
    }
  }
  return { all, failed };
}

/**
 * The end of the first second, from `from` on and before `to`, at which at least 5 and a tenth of the answers of the last five seconds, as
 * far as they lie in that time, are failures; null when there is none.
 */
export function detectedAt({ all, failed }: Answers, from: number, to: number): number | null {
  const first = Math.floor(from);
  for (let second = first; second < Math.min(Math.ceil(to), all.length); second++) {
    const begin = Math.max(first, second - WINDOW + 1);
    const sum = (values: Float64Array): number => values.subarray(begin, second + 1).reduce((a, b) => a + b, 0);
    const bad = sum(failed);
    if (bad >= FEWEST && bad >= SHARE * sum(all)) return second + 1;
  }
  return null;
}
