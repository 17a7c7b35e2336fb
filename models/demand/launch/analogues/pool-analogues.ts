import { studentQuantileOfTail } from '../../../distributions/student.ts';
import type { LaunchPool } from '../../../results/forecast/forecast-launch.ts';
import { ASSUMED } from '../assumed.ts';

/** Distribution of the next event, pooled over several past ones on the log scale. */
export interface Pool extends LaunchPool {
  /** Mean of logarithms. */
  readonly middle: number;
  /** Part of each value in the middle; they add up to 1. */
  readonly weights: readonly number[];
}

/** One event: its size, and whether it was the planner's own. */
export interface Pooled {
  readonly value: number;
  readonly own: boolean;
}

/** Whole degrees survive the rounding of sums. */
const ROUNDING = 1e-9;

/**
 * Pools comparable events on the log scale. Where own and public events are mixed, all public ones together weigh as much as one own event, so that the
 * own ones lead as soon as there are some.
 *
 *   m = Σwx/Σw,  s² = Σw(x − m)²/(Σw − Σw²/Σw),  n = (Σw)²/Σw²,  n − 1 degrees of freedom
 *
 *   x  logarithms    w  1; 1/p for each of p public events beside own ones
 *
 * With equal weights mean and variance are the usual ones. One event has no spread: it takes `prior` and one degree of freedom, as if a second one at that
 * distance had been seen. No spread is below 0.1 (`ASSUMED.leastSpread`).
 * Source: effective size, L. Kish, Survey Sampling (1965), ch. 11. Valid for events of the same kind and measure.
 * @param prior standard deviation of logarithms of a single event
 * @example poolAnalogues([{ value: 100, own: true }, { value: 100, own: true }], 0.5).spread // => 0.1
 */
export function poolAnalogues(events: readonly Pooled[], prior: number): Pool {
  const own = events.filter((one) => one.own).length;
  const share = own === 0 || own === events.length ? 1 : 1 / (events.length - own);
  const weights = events.map((one) => (one.own ? 1 : share));
  const logs = events.map(({ value }) => Math.log(value));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const middle = logs.reduce((total, log, i) => total + weights[i]! * log, 0) / sum;
  const effective = (sum * sum) / squares;
  const scatter = logs.reduce((total, log, i) => total + weights[i]! * (log - middle) ** 2, 0);
  const seen = events.length === 1 ? prior : Math.sqrt(scatter / (sum - squares / sum));
  const floor = ASSUMED.leastSpread.value;
  return {
    middle,
    weights: weights.map((weight) => weight / sum),
    analogues: events.length,
    effective,
    degrees: Math.max(1, Math.floor(effective - 1 + ROUNDING)),
    spread: Math.max(seen, floor),
    spreadFrom: seen < floor ? 'floor' : events.length === 1 ? 'prior' : 'analogues',
  };
}

/**
 * Quantile of the next event: exp(m + t·s·√(1 + 1/n)), t of Student with the degrees of freedom of the pool.
 *
 * Source: prediction interval of a normal sample, G. J. Hahn and W. Q. Meeker, Statistical Intervals (1991), §4.8; two events at P90: t = 3.078.
 * @param level at least 0.5
 * @example predicted({ middle: 0, weights: [], analogues: 2, effective: 2, degrees: 1, spread: 1, spreadFrom: 'analogues' }, 0.9) // => 43.353
 */
export function predicted({ middle, spread, degrees, effective }: Pool, level: number): number {
  return Math.exp(middle + studentQuantileOfTail(1 - level, degrees) * spread * Math.sqrt(1 + 1 / effective));
}
