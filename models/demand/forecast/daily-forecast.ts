import { crossFit } from '../components/daily/cross-fit.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';
import type { DailyRidge } from '../components/daily/daily-ridge.ts';
import type { MemberPaths } from '../components/member-paths.ts';
import { naiveMember } from '../components/members/naive-member.ts';
import { ridgeMember } from '../components/members/ridge-member.ts';
import { smoothingMember } from '../components/members/smoothing-member.ts';
import { treesMember } from '../components/members/trees-member.ts';
import { yearAgoMember } from '../components/members/year-ago-member.ts';
import { festivalsIn } from '../peak/festivals-in.ts';
import { combine, type LogForecast } from './combine.ts';
import { type Method, membersOf } from './methods.ts';

/** Days that an origin of the past needs before it; in a short history a third of it, and a third after it at most. */
const FEWEST_BEFORE = 56;
const THIRD = 3;
const STRIDE = 7;

/** A daily forecast, and the regression that explains it. */
export interface DailyForecast extends LogForecast {
  readonly ridge: DailyRidge;
}

/**
 * Forecast of the days after the history: regression, smoothing, last year and trees, weighed by their errors in the past.
 *
 * @param first regression over history and horizon with one penalty for all
 * @param weight by day of the history, less for what came before a break
 * @returns null when too little is known for the one method that was asked for
 */
export function dailyForecast(
  history: DailyHistory,
  first: DailyRidge,
  horizon: number,
  seed: number,
  weight: Float64Array | null = null,
  method: Method = 'auto',
): DailyForecast | null {
  const days = history.known.length;
  const fit = crossFit(history, first, weight);
  const origins: number[] = [];
  const third = Math.floor(days / THIRD);
  for (let origin = days - 1 - Math.min(horizon, third); origin >= Math.min(FEWEST_BEFORE, third) - 1; origin -= STRIDE)
    origins.push(origin);
  origins.reverse();
  const smoothing = smoothingMember(history, fit, origins, horizon);
  const members = [
    naiveMember(history, origins, horizon),
    ridgeMember(history, fit, origins, horizon),
    smoothing,
    yearAgoMember(history, fit, origins, horizon),
    treesMember(history, fit, smoothing, { origins, horizon, seed }),
  ].filter((member): member is MemberPaths => member !== null);
  const chosen = membersOf(method, 'day', members);
  if (chosen.length === 0) return null;
  const combined = combine(chosen, history.known, origins, horizon, { block: STRIDE, perDay: 1 });
  const inWindow = (origin: number) => festivalsIn(history.calendar, history.first + origin + 1, horizon);
  const festivals = { ahead: inWindow(days - 1), past: origins.map(inWindow) };
  return { ...combined, past: { ...combined.past, festivals }, ridge: fit.whole };
}
