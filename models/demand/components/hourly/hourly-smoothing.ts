import type { SmoothedPaths } from '../weekly-smoothing.ts';

const DAY = 24;
const WEEK = 168;
const LEVEL_RATES = [0.002, 0.01, 0.05, 0.2, 0.5];
const DAY_RATES = [0, 0.05, 0.2];
const WEEK_RATES = [0.05, 0.15, 0.35];
/** Hours on which the smoothing rates are chosen: eight weeks. */
const LONGEST = 8 * WEEK;

/**
 * Exponential smoothing of level, hour of the day and hour of the week of an hourly log series; one pass gives the forecast of every origin. Rates are
 * those with the least absolute error over the horizon, in the last eight weeks.
 *
 *   e_t = y_t − level − day_{t−24} − week_{t−168};   level += α·e,  day += γ·e,  week += ω·e
 *
 * Source: J. W. Taylor, Short-term electricity demand forecasting using double seasonal exponential smoothing, JORS 54 (2003), additive on logs, with
 * the simplification of one error for all states. Valid for at least two weeks.
 */
export function hourlySmoothing(values: Float64Array, horizon: number): SmoothedPaths {
  let best = states(values, 0.05, 0, 0.15);
  let least = Number.POSITIVE_INFINITY;
  const tail = values.subarray(Math.max(0, values.length - LONGEST));
  for (const level of LEVEL_RATES) {
    for (const day of DAY_RATES) {
      for (const week of WEEK_RATES) {
        const error = horizonError(tail, states(tail, level, day, week), horizon);
        if (error >= least) continue;
        least = error;
        best = { ...best, rates: [level, day, week] };
      }
    }
  }
  const final = states(values, ...best.rates);
  return { pathFrom: (origin, hours) => Float64Array.from({ length: hours }, (_, k) => ahead(final, origin, k + 1)) };
}

interface States {
  readonly level: Float64Array;
  readonly day: Float64Array;
  readonly week: Float64Array;
  readonly rates: readonly [number, number, number];
}

function states(values: Float64Array, alpha: number, gamma: number, omega: number): States {
  const level = new Float64Array(values.length);
  const day = new Float64Array(values.length);
  const week = new Float64Array(values.length);
  const start = values.subarray(0, Math.min(WEEK, values.length));
  let current = start.reduce((sum, value) => sum + value, 0) / start.length;
  for (let t = 0; t < values.length; t++) {
    const daily = t < DAY ? 0 : day[t - DAY]!;
    const weekly = t < WEEK ? values[t]! - current : week[t - WEEK]!;
    const error = t < WEEK ? 0 : values[t]! - current - daily - weekly;
    current += alpha * error;
    level[t] = current;
    day[t] = daily + gamma * (1 - alpha) * error;
    week[t] = weekly + omega * (1 - alpha) * (1 - gamma) * error;
  }
  return { level, day, week, rates: [alpha, gamma, omega] };
}

const last = (origin: number, k: number, season: number): number => origin - ((season - (k % season)) % season);

const ahead = ({ level, day, week }: States, origin: number, k: number): number =>
  level[origin]! + day[last(origin, k, DAY)]! + week[last(origin, k, WEEK)]!;

/** Origins half a day apart after the first two weeks, every fifth hour ahead. */
function horizonError(values: Float64Array, tried: States, horizon: number): number {
  let sum = 0;
  let pairs = 0;
  for (let origin = Math.min(2 * WEEK, values.length >> 1); origin < values.length - 1; origin += 12) {
    for (let k = 1; k <= horizon && origin + k < values.length; k += 5) {
      sum += Math.abs(values[origin + k]! - ahead(tried, origin, k));
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}
