import { Refusal } from '../../refusal.ts';
import type { Dispersion } from './bursts-from-dispersion.ts';

/** Windows that are counted, seconds. */
const WINDOWS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
/** The busiest minutes are what is sized for; a day has other hours, which are no bursts. */
const STRETCH = 600;
/** Fewer windows say too little about a variance. */
const LEAST_WINDOWS = 30;
/** Windows in which hardly anything comes are Poisson whatever the bursts. */
const LEAST_MEAN = 0.2;
const LEAST_ARRIVALS = 1000;

/**
 * Dispersion of the counts of arrivals in windows of 10 ms to 10 s, in their busiest ten minutes.
 *
 *   I(w) = variance/mean of the counts in windows of w, about the line through them (a rise over minutes is no burst)
 *
 * `resolution` is the least difference of two times; shorter windows are left out. Refuses (`no-answer`) fewer than 1,000 arrivals. Source: index of dispersion for counts, Cox and Lewis 1966.
 */
export function countedDispersion(times: Float64Array, resolution: number): Dispersion[] {
  const sorted = Float64Array.from(times).sort();
  if (sorted.length < LEAST_ARRIVALS)
    throw new Refusal(
      'no-answer',
      `arrivals: at least ${LEAST_ARRIVALS} must be there to see bursts, got ${sorted.length}; take a longer log`,
    );
  const { from, to } = busiest(sorted);
  const inside = sorted.filter((time) => time >= from && time < to);
  const rate = inside.length / (to - from);
  const windows = WINDOWS.filter(
    (width) => width >= resolution && (to - from) / width >= LEAST_WINDOWS && (rate * width >= LEAST_MEAN || width >= 1),
  );
  // Counts that are all alike have none: an even generator, whose arrivals are no bursts.
  return windows.map((seconds) => ({ seconds, value: dispersionAt(inside, from, to, seconds), rate })).filter(({ value }) => value > 0);
}

/** The stretch of ten minutes with the most arrivals; all of a shorter log. */
function busiest(sorted: Float64Array): { from: number; to: number } {
  const [first, last] = [sorted[0]!, sorted[sorted.length - 1]!];
  if (last - first <= STRETCH) return { from: first, to: last + (last - first) / sorted.length };
  let [best, most, tail] = [0, 0, 0];
  for (let head = 0; head < sorted.length; head++) {
    while (sorted[head]! - sorted[tail]! > STRETCH) tail++;
    if (head - tail > most) [most, best] = [head - tail, tail];
  }
  return { from: sorted[best]!, to: sorted[best]! + STRETCH };
}

function dispersionAt(times: Float64Array, from: number, to: number, width: number): number {
  const counts = new Float64Array(Math.floor((to - from) / width));
  for (const time of times) {
    const window = Math.floor((time - from) / width);
    if (window < counts.length) counts[window]!++;
  }
  const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  const middle = (counts.length - 1) / 2;
  let [along, spread] = [0, 0];
  counts.forEach((count, i) => {
    along += (i - middle) * (count - mean);
    spread += (i - middle) ** 2;
  });
  const slope = along / spread;
  const squares = counts.reduce((sum, count, i) => sum + (count - mean - slope * (i - middle)) ** 2, 0);
  return squares / (counts.length - 2) / mean;
}
