/** Forecast of the days after an origin, by a state that was carried along until there. */
export interface SmoothedPaths {
  /** Log demand of the days origin + 1 … origin + horizon. */
  pathFrom(origin: number, horizon: number): Float64Array;
}

/** Candidate smoothing rates of the level and the week: the share of each error that is taken into the state. */
const LEVEL_RATES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5];
const WEEK_RATES = [0.02, 0.05, 0.12, 0.25];
const WEEK = 7;
/** Days before the state is trusted, for the choice of the rates. */
const WARM_UP = 56;

/**
 * Exponential smoothing of level and weekday without a trend, ETS(A,N,A), on a log series without holidays. The state after every day is kept:
 * one pass gives the forecast of every origin. Rates are those with the least absolute error over the whole horizon, not one day ahead.
 *
 *   level_t = level_{t−1} + α·e_t,   week_t = week_{t−7} + γ·(1 − α)·e_t,   e_t = y_t − level_{t−1} − week_{t−7}
 *
 * Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing (2008), ch. 2. Valid for at least 14 days.
 */
export function weeklySmoothing(values: Float64Array, horizon: number): SmoothedPaths {
  let best = states(values, LEVEL_RATES[0]!, WEEK_RATES[0]!);
  let least = Number.POSITIVE_INFINITY;
  for (const level of LEVEL_RATES) {
    for (const week of WEEK_RATES) {
      const tried = states(values, level, week);
      const error = horizonError(values, tried, horizon);
      if (error >= least) continue;
      least = error;
      best = tried;
    }
  }
  return { pathFrom: (origin, days) => Float64Array.from({ length: days }, (_, k) => ahead(best, origin, k + 1)) };
}

/** States of the smoothing: the level after each day, and the effect of its weekday after it. */
interface States {
  readonly level: Float64Array;
  readonly week: Float64Array;
}

function states(values: Float64Array, alpha: number, gamma: number): States {
  const level = new Float64Array(values.length);
  const week = new Float64Array(values.length);
  const start = values.subarray(0, Math.min(2 * WEEK, values.length));
  let current = start.reduce((sum, value) => sum + value, 0) / start.length;
  for (let t = 0; t < values.length; t++) {
    const before = t < WEEK ? (values[t]! + (values[t + WEEK] ?? values[t]!)) / 2 - current : week[t - WEEK]!;
    const error = t < WEEK ? 0 : values[t]! - current - before;
    current += alpha * error;
    level[t] = current;
    week[t] = before + gamma * (1 - alpha) * error;
  }
  return { level, week };
}

const ahead = ({ level, week }: States, origin: number, k: number): number => level[origin]! + week[origin - ((WEEK - (k % WEEK)) % WEEK)]!;

/** Mean absolute error over every fourth origin and every third horizon: enough to choose by. */
function horizonError(values: Float64Array, tried: States, horizon: number): number {
  let sum = 0;
  let pairs = 0;
  for (let o = Math.min(WARM_UP, values.length >> 1); o < values.length - 1; o += 4) {
    for (let k = 1; k <= horizon && o + k < values.length; k += 3) {
      sum += Math.abs(values[o + k]! - ahead(tried, o, k));
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}
