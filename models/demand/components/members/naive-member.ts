import type { DailyHistory } from '../daily/daily-history.ts';
import type { MemberPaths } from '../member-paths.ts';

const WEEK = 7;

/** The same weekday of the last week that is known: what every other method has to beat. */
export function naiveMember({ filled }: DailyHistory, origins: readonly number[], horizon: number): MemberPaths {
  const from = (origin: number): Float64Array =>
    Float64Array.from({ length: horizon }, (_, k) => filled[origin - ((WEEK - ((k + 1) % WEEK)) % WEEK)]!);
  const past = new Float64Array(origins.length * horizon);
  origins.forEach((origin, i) => void past.set(from(origin), i * horizon));
  return { name: 'seasonal naive', past, future: from(filled.length - 1) };
}
