import { normalQuantileOfTail, normalTail } from '../distributions/normal.ts';
import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';
import type { PeakQuantiles } from '../results/forecast/peak-quantiles.ts';

export interface PeakDistribution {
  /** The rate that the peak stays at or below with probability p, 0 < p < 1. */
  readonly quantile: (p: number) => number;
  /** Probability that the peak stays at or below a rate. */
  readonly share: (rate: number) => number;
}

const SHARES = [0.5, 0.8, 0.9, 0.95, 0.99] as const;

/**
 * The distribution behind a few quantiles of a peak.
 * Used to weigh every possible peak by its probability instead of planning for one.
 *
 *   ln q is taken as linear in the normal score z_p between the given quantiles; the first and the last stretch go on beyond them
 *
 * A lognormal peak comes back exactly. Source: interpolation on normal paper. Valid for: positive peaks; the side below the median is a mirror of the stretch above it,
 * which sizing hardly sees.
 * @example peakDistribution({ p50: 100, p80: 110, p90: 115, p95: 120, p99: 130 }).quantile(0.95) > 119.999 // => true
 */
export function peakDistribution(quantiles: PeakQuantiles): PeakDistribution {
  const rates = [quantiles.p50, quantiles.p80, quantiles.p90, quantiles.p95, quantiles.p99];
  rates.forEach((rate, i) => {
    mustBe.positive(`peak.p${SHARES[i]! * 100}`, rate);
    if (i > 0 && rate < rates[i - 1]!)
      throw new Refusal(
        'out-of-range',
        `peak.p${SHARES[i]! * 100}: must be at least p${SHARES[i - 1]! * 100} (${rates[i - 1]}), got ${rate}`,
      );
  });
  const scores = SHARES.map((share) => normalQuantileOfTail(1 - share));
  const logs = rates.map(Math.log);
  return {
    quantile: (p) => Math.exp(along(scores, logs, normalQuantileOfTail(1 - p))),
    share: (rate) => (rate <= 0 ? 0 : shareBelow(scores, logs, Math.log(rate))),
  };
}

/** Value at `x` of the line through the knots, its outer stretches prolonged. */
function along(xs: readonly number[], ys: readonly number[], x: number): number {
  const last = xs.length - 2;
  const after = xs.findIndex((knot, i) => i > 0 && x <= knot);
  const from = after === -1 ? last : after - 1;
  return ys[from]! + ((ys[from + 1]! - ys[from]!) * (x - xs[from]!)) / (xs[from + 1]! - xs[from]!);
}

/** The inverse, with a step where neighbouring quantiles are equal. */
function shareBelow(scores: readonly number[], logs: readonly number[], x: number): number {
  const last = logs.length - 1;
  if (logs[last] === logs[last - 1] && x >= logs[last]!) return 1;
  if (logs[0] === logs[1] && x < logs[0]!) return 0;
  const distinct = logs.flatMap((log, i) => (i > 0 && log === logs[i - 1] ? [] : [i]));
  const knots = distinct.map((i) => logs[i]!);
  // Of equal quantiles the highest share counts: the peak stays at or below that rate with all of it.
  const heights = distinct.map((_, k) => scores[(distinct[k + 1] ?? logs.length) - 1]!);
  return 1 - normalTail(knots.length === 1 ? heights[0]! : along(knots, heights, x));
}

/**
 * Quantiles of a lognormal peak with a mean and a relative standard deviation: a forecast by hand, "1,200 a second, 10 % off".
 * @example lognormalPeak(1200, 0).p99 // => 1200
 */
export function lognormalPeak(mean: number, relativeSd: number): PeakQuantiles {
  mustBe.positive('peak', mean);
  mustBe.between('sd', relativeSd, 0, 5);
  const sigma = Math.sqrt(Math.log1p(relativeSd ** 2));
  const at = (share: number) => mean * Math.exp(sigma * normalQuantileOfTail(1 - share) - (sigma * sigma) / 2);
  return { p50: at(0.5), p80: at(0.8), p90: at(0.9), p95: at(0.95), p99: at(0.99) };
}
