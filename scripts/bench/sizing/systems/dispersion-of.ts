/** Variance of counts over their mean, in windows of a length: 1 when arrivals are Poisson. */
export interface Dispersion {
  readonly seconds: number;
  readonly value: number;
}

/** Windows as a team would choose them. */
const WINDOWS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
/** Fewer counts say little about their variance. */
const LEAST_COUNTS = 60;

/** Index of dispersion of arrivals, as anybody computes it from an access log; `arrivals` ascending from 0, seconds. */
export function dispersionOf(arrivals: Float64Array): Dispersion[] {
  const length = arrivals[arrivals.length - 1]!;
  return WINDOWS.filter((seconds) => length / seconds >= LEAST_COUNTS).map((seconds) => {
    const counts = new Float64Array(Math.floor(length / seconds));
    for (const time of arrivals) {
      const window = Math.floor(time / seconds);
      if (window < counts.length) counts[window]!++;
    }
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
    return { seconds, value: variance / mean };
  });
}
