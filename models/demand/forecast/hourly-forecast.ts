import { hourlyDesign } from '../components/hourly/hourly-design.ts';
import type { HourlyHistory } from '../components/hourly/hourly-history.ts';
import { hourlySmoothing } from '../components/hourly/hourly-smoothing.ts';
import type { MemberPaths } from '../components/member-paths.ts';
import { type RidgeFit, ridge } from '../components/ridge.ts';
import { rowTimes } from '../components/sparse-rows.ts';
import { combine, type LogForecast } from './combine.ts';
import { type Method, membersOf } from './methods.ts';

/**
 * Continues a log series without gaps by a decomposition with several seasons: the one that comes with a package, passed in because loading
 * it takes a file.
 */
export type Decompose = (values: Float64Array, seasons: readonly number[], horizon: number) => Float64Array;

const DAY = 24;
const WEEK = 168;
const PENALTY = 0.5;
const FOLDS = 4;
/** Two weeks stay together, so that a fold has not seen the neighbours of what it is asked. */
const FOLD_HOURS = 2 * WEEK;
/** Most past origins. They are spaced by whole days over the entire history, so that every season is among them. */
const MOST_ORIGINS = 182;
const RECENT_HOURS = 2 * WEEK;
const BELIEVED = 0.5;
/** Hours passed to a decomposition: eight weeks. */
const DECOMPOSED_HOURS = 8 * WEEK;

/** Dated effects (holidays and year) and values of the regression by hour, as seen by everything and by those who have not seen the hour. */
interface HourlyRidge {
  readonly seen: { readonly value: Float64Array; readonly dated: Float64Array };
  readonly unseen: { readonly value: Float64Array; readonly dated: Float64Array };
}

function hourlyRidge(history: HourlyHistory, hours: number): HourlyRidge {
  const known = history.known.length;
  const { matrix, dated } = hourlyDesign(history.calendar, history.first, known, hours);
  const target = new Float64Array(hours).fill(Number.NaN);
  target.set(history.known);
  const penalty = new Float64Array(matrix.columns).fill(PENALTY);
  const foldOf = (i: number): number => Math.floor((known - 1 - i) / FOLD_HOURS) % FOLDS;
  const parts = (fit: RidgeFit, only: (i: number) => boolean, out: HourlyRidge['seen']): void => {
    const datedOnly = fit.coefficients.map((coefficient, c) => (dated[c] ? coefficient : 0));
    for (let i = 0; i < hours; i++) {
      if (!only(i)) continue;
      out.value[i] = fit.level + rowTimes(matrix, i, fit.coefficients);
      out.dated[i] = rowTimes(matrix, i, datedOnly);
    }
  };
  const room = () => ({ value: new Float64Array(hours), dated: new Float64Array(hours) });
  const [seen, unseen] = [room(), room()];
  const whole = ridge(matrix, target, null, penalty)!;
  parts(whole, () => true, seen);
  parts(whole, (i) => i >= known, unseen);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weight = Float64Array.from({ length: hours }, (_, i) => (i < known && foldOf(i) === fold ? 0 : 1));
    parts(ridge(matrix, target, weight, penalty) ?? whole, (i) => i < known && foldOf(i) === fold, unseen);
  }
  return { seen, unseen };
}

/** Paths of one method from all origins and from the last hour. */
function member(
  name: string,
  origins: readonly number[],
  last: number,
  horizon: number,
  from: (origin: number, unseen: boolean) => Float64Array,
): MemberPaths {
  const past = new Float64Array(origins.length * horizon);
  origins.forEach((origin, i) => void past.set(from(origin, true), i * horizon));
  return { name, past, future: from(last, false) };
}

/**
 * Forecast of the hours after the history: the same hour of a day or a week ago, regression and smoothing, weighed by their errors in the past, and
 * a decomposition when there is one. At least two weeks.
 *
 * @param method one of them alone: then the decomposition has the errors of the smoothing
 */
export function hourlyForecast(history: HourlyHistory, horizon: number, decompose: Decompose | null, method: Method = 'auto'): LogForecast {
  const { known, filled } = history;
  const last = known.length - 1;
  const fit = hourlyRidge(history, known.length + horizon);
  const origins: number[] = [];
  const third = Math.floor(known.length / 3);
  const [newest, oldest] = [last - Math.min(horizon, third), Math.min(FOLD_HOURS, third) - 1];
  const stride = DAY * Math.max(1, Math.ceil((newest - oldest) / (DAY * MOST_ORIGINS)));
  for (let o = newest; o >= oldest; o -= stride) origins.unshift(o);
  const adjusted = filled.map((value, i) => value - fit.seen.dated[i]!);
  const smoothed = hourlySmoothing(adjusted, horizon);
  const part = (unseen: boolean) => (unseen ? fit.unseen : fit.seen);
  const again = (season: number) => (o: number) =>
    Float64Array.from({ length: horizon }, (_, k) => filled[o - ((season - ((k + 1) % season)) % season)]!);
  const smoothing = member('smoothing', origins, last, horizon, (o, unseen) =>
    smoothed.pathFrom(o, horizon).map((value, k) => value + part(unseen).dated[o + k + 1]!),
  );
  const decomposed = decompose?.(adjusted.slice(-DECOMPOSED_HOURS), [DAY, WEEK], horizon).map(
    (value, k) => value + fit.seen.dated[last + k + 1]!,
  );
  const members = [
    member('same hour yesterday', origins, last, horizon, again(DAY)),
    member('same hour last week', origins, last, horizon, again(WEEK)),
    member('ridge', origins, last, horizon, (o, unseen) => {
      const { value } = part(unseen);
      const shift = BELIEVED * recentMiss(filled, value, o);
      return value.slice(o + 1, o + 1 + horizon).map((one) => one + shift);
    }),
    // A decomposition from every origin would take minutes: it stands beside the smoothing, its nearest relative, and shares its errors and its weight.
    decomposed === undefined
      ? smoothing
      : { ...smoothing, name: 'smoothing and decomposition', future: smoothing.future.map((value, k) => (value + decomposed[k]!) / 2) },
  ];
  const alone = [smoothing, ...(decomposed === undefined ? [] : [{ ...smoothing, name: 'mstl', future: decomposed }])];
  return combine(membersOf(method, 'hour', members, alone), known, origins, horizon, { block: DAY, perDay: DAY });
}

function recentMiss(filled: Float64Array, said: Float64Array, origin: number): number {
  const from = Math.max(0, origin - RECENT_HOURS + 1);
  let sum = 0;
  for (let i = from; i <= origin; i++) sum += filled[i]! - said[i]!;
  return sum / (origin - from + 1);
}
