import { mustBe } from '../../numeric/must-be.ts';
import type { Bursts } from '../../results/plan/bursts.ts';
import { burstDispersion } from '../../simulation/burst-dispersion.ts';

/** Variance over mean of the counts in windows of some seconds. */
export interface Dispersion {
  readonly seconds: number;
  readonly value: number;
  /** Arrivals per second at which it was counted; null: at the peak that is planned for. */
  readonly rate: number | null;
}

type Counted = Dispersion & { readonly rate: number };

/** Dispersion by this much above 1 is chance, not bursts. */
const LEAST = 1.05;
/** Lengths of a burst that are tried, as multiples of the shortest and the longest window. */
const LENGTHS = { least: 0.2, most: 4, tried: 60 };

/**
 * Bursts whose counts have the given dispersion, each at the rate at which it was counted; null for what is no more dispersed than Poisson
 * arrivals.
 *
 *   min over d of Σ ln²(I(w; f, p, d)/I_w)/√w,   f = 1 + √v, p = 1/2 for v ≤ 1, else f = 1 + v, p = 1/(1 + v) (nothing between bursts)
 *
 *   I_w  dispersion in a window w   f  factor   p  share   d  length   v  variance of the rate over its square, the best for each d
 *
 * One window alone leaves the length open: as long as the window. The bursts are those of any rate: counts of twice the arrivals are dispersed twice as far beyond 1.
 * Refuses windows and values that are not above 0.
 * @example burstsFromDispersion([{ seconds: 1, value: 0.9, rate: 100 }], 100) // => null
 */
export function burstsFromDispersion(points: readonly Dispersion[], peakRate: number): Bursts | null {
  const counted = points.map((point) => ({ ...point, rate: point.rate ?? peakRate }));
  for (const { seconds, value, rate } of counted) {
    mustBe.positive('dispersion.seconds', seconds);
    mustBe.positive('dispersion.value', value);
    mustBe.positive('dispersion.rate', rate);
  }
  const windows = counted.map((point) => point.seconds);
  if (!counted.some((point) => point.value >= LEAST)) return null;
  if (counted.length === 1) return fitted(counted, windows[0]!).bursts;
  const [least, most] = [LENGTHS.least * Math.min(...windows), LENGTHS.most * Math.max(...windows)];
  const tried = Array.from({ length: LENGTHS.tried }, (_, i) => fitted(counted, least * (most / least) ** (i / (LENGTHS.tried - 1))));
  return tried.reduce((best, one) => (one.misfit < best.misfit ? one : best)).bursts;
}

/** Variances of the rate that are tried, over its square. */
const VARIANCES = { least: 1e-4, most: 1e3, tried: 300 };

function fitted(points: readonly Counted[], length: number): { bursts: Bursts; misfit: number } {
  const { least, most, tried } = VARIANCES;
  const all = Array.from({ length: tried }, (_, i) => {
    const bursts = burstsOf(least * (most / least) ** (i / (tried - 1)), length);
    const misfits = points.map(
      ({ seconds, value, rate }) => Math.log(burstDispersion(bursts, rate, seconds) / value) ** 2 / Math.sqrt(seconds),
    );
    return { bursts, misfit: misfits.reduce((sum, one) => sum + one, 0) };
  });
  return all.reduce((best, one) => (one.misfit < best.misfit ? one : best));
}

const burstsOf = (variance: number, seconds: number): Bursts =>
  variance <= 1 ? { factor: 1 + Math.sqrt(variance), share: 0.5, seconds } : { factor: 1 + variance, share: 1 / (1 + variance), seconds };
