import { normalQuantileOfTail } from '../../distributions/normal.ts';
import { mustBe } from '../../numeric/must-be.ts';

/** Distribution of the service time, as far as response times need it. Times in one unit throughout. */
export interface ServiceLaw {
  readonly mean: number;
  /** Squared coefficient of variation: 1 exponential, 0 constant. */
  readonly cs2: number;
  /** P(S > t). */
  readonly tail: (t: number) => number;
  /** E[e^{−η(t − S)}; S ≤ t]: what a wait of decay η adds to the tail of the response. */
  readonly delayed: (t: number, decay: number) => number;
}

/**
 * Exponential service: the usual assumption when only a mean is known.
 *
 *   P(S > t) = e^{−μt};   E[e^{−η(t − S)}; S ≤ t] = μ(e^{−μt} − e^{−ηt})/(η − μ)
 *
 *   μ  1/mean   η  decay of the wait, 1/time
 *
 * Written with expm1 so that η close to μ keeps its digits.
 * @example exponentialService(2).tail(2) // => 0.3678794412
 */
export function exponentialService(mean: number): ServiceLaw {
  mustBe.positive('serviceTime', mean);
  const rate = 1 / mean;
  return {
    mean,
    cs2: 1,
    tail: (t) => Math.exp(-rate * t),
    delayed: (t, decay) => {
      const gap = (decay - rate) * t;
      if (gap < -1) return (rate * (Math.exp(-decay * t) - Math.exp(-rate * t))) / (rate - decay);
      return Math.exp(-rate * t) * rate * t * (gap === 0 ? 1 : -Math.expm1(-gap) / gap);
    },
  };
}

/**
 * Service times that take the given values with the given weights: the measured histogram of a step without waiting.
 * @example atomService([1, 3], [1, 1]).cs2 // => 0.25
 */
export function atomService(times: readonly number[], weights: readonly number[]): ServiceLaw {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = times.reduce((sum, time, i) => sum + time * weights[i]!, 0) / total;
  const square = times.reduce((sum, time, i) => sum + (time - mean) ** 2 * weights[i]!, 0) / total;
  const over = (sum: (time: number) => number) => times.reduce((all, time, i) => all + sum(time) * weights[i]!, 0) / total;
  return {
    mean,
    cs2: square / mean ** 2,
    tail: times.length < LEAST_SMOOTH ? (t) => over((time) => (time > t ? 1 : 0)) : smoothTail(times, weights, total),
    delayed: (t, decay) => over((time) => (time > t ? 0 : Math.exp(-decay * (t - time)))),
  };
}

/** Fewer atoms are separate values, more stand for a density. */
const LEAST_SMOOTH = 20;

/** The tail as a line through the middles of the atoms: steps of a few percent would bias a fit that compares tails. */
function smoothTail(times: readonly number[], weights: readonly number[], total: number): (t: number) => number {
  const order = times.map((_, i) => i).sort((a, b) => times[a]! - times[b]!);
  let before = 0;
  const knots = order.map((i) => {
    before += weights[i]!;
    return { time: times[i]!, beyond: 1 - (before - weights[i]! / 2) / total };
  });
  return (t) => {
    const after = knots.findIndex(({ time }) => time > t);
    if (after === 0) return 1;
    if (after === -1) return 0;
    const [left, right] = [knots[after - 1]!, knots[after]!];
    return left.beyond + ((right.beyond - left.beyond) * (t - left.time)) / (right.time - left.time);
  };
}

/** Atoms of equal weight up to the 99th percentile, and as many again beyond it, where budgets are decided. */
const ATOMS = 100;
const BEYOND = 0.01;

/**
 * Lognormal service of a mean and a squared coefficient of variation: what measured service times mostly look like.
 * As 200 atoms at the middle quantiles of equal slices, half of them beyond the 99th percentile, scaled to the mean. `cs2` 0 is constant.
 * @example lognormalService(0.04, 0).tail(0.04) // => 0
 */
export function lognormalService(mean: number, cs2: number): ServiceLaw {
  mustBe.positive('serviceTime', mean);
  mustBe.between('cs2', cs2, 0, 100);
  if (cs2 === 0) return atomService([mean], [1]);
  const sigma = Math.sqrt(Math.log1p(cs2));
  const beyond = Array.from({ length: 2 * ATOMS }, (_, i) => {
    const slice = ((i % ATOMS) + 0.5) / ATOMS;
    return i < ATOMS ? BEYOND + (1 - BEYOND) * slice : BEYOND * slice;
  });
  const raw = beyond.map((share) => Math.exp(sigma * normalQuantileOfTail(share)));
  const weights = beyond.map((_, i) => (i < ATOMS ? 1 - BEYOND : BEYOND));
  const factor = mean / atomService(raw, weights).mean;
  return atomService(
    raw.map((time) => time * factor),
    weights,
  );
}

/** The same law with all times longer by a factor: a slower machine, or contention. */
export function scaledService({ mean, cs2, tail, delayed }: ServiceLaw, factor: number): ServiceLaw {
  return { mean: mean * factor, cs2, tail: (t) => tail(t / factor), delayed: (t, decay) => delayed(t / factor, decay * factor) };
}
