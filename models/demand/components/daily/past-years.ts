import { interpolatedQuantile } from '../../../statistics/interpolated-quantile.ts';

const WEEK = 7;
const YEAR = 365;
const DAYS_PER_YEAR = 365.25;
/** Past years that are asked: as many as four years of history have. */
const MOST_YEARS = 4;

/** The same time of past years above the level of those years, by day; NaN where no past year is known. */
export interface PastYears {
  /** Of the same weekday nearest to the date. */
  readonly day: Float64Array;
  /** Of the week around it. */
  readonly week: Float64Array;
  /** Of the two weeks around it. */
  readonly weeks: Float64Array;
}

/** Days to the same weekday nearest to the date so many years ago. */
const daysOf = (years: number): number => WEEK * Math.round((years * DAYS_PER_YEAR) / WEEK);

/**
 * What the same days of all past years were above the mean of their own year: the median over the years, so that one odd year (an outage, a closure) does
 * not count where there are three, and no year brings its level along.
 *
 * @param adjusted log demand by day without holidays, gaps filled
 * @param days days that are asked: the history, and days to come, at most a year of them
 *
 * @example pastYears(new Float64Array(400).fill(3), 401).weeks[400] // => 0
 */
export function pastYears(adjusted: Float64Array, days: number): PastYears {
  const level = yearLevel(adjusted);
  const relative = adjusted.map((value, i) => value - level[i]!);
  const shifts = Array.from({ length: MOST_YEARS }, (_, i) => daysOf(i + 1));
  const day = Float64Array.from({ length: days }, (_, i) => {
    const known = shifts.filter((shift) => i >= shift && i - shift < relative.length).map((shift) => relative[i - shift]!);
    return interpolatedQuantile(
      known.sort((a, b) => a - b),
      0.5,
    );
  });
  return { day, week: day.map((_, i) => aroundOf(day, i, WEEK / 2)), weeks: day.map((_, i) => aroundOf(day, i, WEEK)) };
}

/** Mean of so many days to both sides of a day; those at just that distance count half. Less at the ends; NaN where the day itself is not known. */
function aroundOf(values: Float64Array, centre: number, reach: number): number {
  if (!Number.isFinite(values[centre])) return Number.NaN;
  let sum = 0;
  let weight = 0;
  for (let distance = -Math.floor(reach); distance <= reach; distance++) {
    const value = values[centre + distance];
    if (value === undefined || !Number.isFinite(value)) continue;
    const share = Math.abs(distance) === reach ? 0.5 : 1;
    sum += share * value;
    weight += share;
  }
  return sum / weight;
}

/** Mean of the year around each day; at the ends, of the first and the last year. */
function yearLevel(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  const width = Math.min(YEAR, values.length);
  return values.map((_, i) => {
    const from = Math.min(Math.max(0, i - (YEAR >> 1)), values.length - width);
    return (sums[from + width]! - sums[from]!) / width;
  });
}
