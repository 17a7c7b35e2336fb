import { randomFrom } from '../../workload/users/random.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayKind } from '../calendar/day-kind.ts';
import { type DemandSeries, periodsPerDay } from './demand-series.ts';

/** Periods without any demand, taken apart: on the log scale they would be infinitely far away from all others. */
export interface ClosedPeriods {
  /** The series with nothing known of periods of zero. */
  readonly open: DemandSeries;
  /** Probability of zero demand in each future period. */
  readonly chance: Float64Array;
}

/** Days of recent history that decide: opening hours change over the years. */
const RECENT_DAYS = 364;
/** Prior weight, in periods, of the share of zeros over all periods beside that of the same kind. */
const PRIOR = 2;

/**
 * Probability of zero demand by weekday, holiday and hour. Together with `closeSome` this is a hurdle model: one part for whether there is
 * demand, another for how much.
 *
 * @returns null when there is no zero
 *
 * Source: J. Mullahy, Specification and testing of some modified count data models, J. of Econometrics 33 (1986).
 */
export function closedPeriods(series: DemandSeries, calendar: Calendar, horizon: number): ClosedPeriods | null {
  const { values, first, step } = series;
  const perDay = periodsPerDay(step);
  const recent = Math.max(0, values.length - RECENT_DAYS * perDay);
  if (!values.includes(0)) return null;
  const kindOf = (i: number): number => {
    const day = Math.floor((first + i) / perDay);
    const { weekday, holiday } = dayKind(calendar, day);
    return (holiday ? 7 : weekday) * perDay + (first + i - day * perDay);
  };
  const known = new Float64Array(8 * perDay);
  const zero = new Float64Array(8 * perDay);
  let [allKnown, allZero] = [0, 0];
  for (let i = recent; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const kind = kindOf(i);
    known[kind]! += 1;
    allKnown++;
    if (values[i] !== 0) continue;
    zero[kind]! += 1;
    allZero++;
  }
  const share = allZero / Math.max(allKnown, 1);
  const chance = Float64Array.from({ length: horizon }, (_, k) => {
    const kind = kindOf(values.length + k);
    return (zero[kind]! + PRIOR * share) / (known[kind]! + PRIOR);
  });
  return { open: { ...series, values: values.map((value) => (value === 0 ? Number.NaN : value)) }, chance };
}

/** Futures on the log scale with periods of zero demand drawn by their probability; deterministic in the seed. */
export function closeSome(paths: readonly Float64Array[], chance: Float64Array, seed: number): Float64Array[] {
  const random = randomFrom(seed, chance.length);
  return paths.map((path) => path.map((value, k) => (random() < chance[k]! ? Number.NEGATIVE_INFINITY : value)));
}
