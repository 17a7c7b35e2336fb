import type { CrossFit } from '../daily/cross-fit.ts';
import type { DailyHistory } from '../daily/daily-history.ts';
import type { MemberPaths } from '../member-paths.ts';

/** Days whose errors estimate how far the level has moved, and the share of that estimate that is applied. */
const RECENT_DAYS = 14;
const BELIEVED = 0.5;

/** The regression with its level moved by half of what it recently missed. Its past paths use coefficients that have not seen the day. */
export function ridgeMember(history: DailyHistory, fit: CrossFit, origins: readonly number[], horizon: number): MemberPaths {
  const unseen = fit.unseen(['trend', 'year', 'week', 'month', 'holiday']);
  const past = new Float64Array(origins.length * horizon);
  origins.forEach((origin, i) => {
    const shift = recentMiss(history.known, unseen, origin);
    for (let k = 1; k <= horizon; k++) past[i * horizon + k - 1] = unseen[origin + k]! + shift;
  });
  const last = history.known.length - 1;
  const shift = recentMiss(history.known, fit.whole.value, last);
  return { name: 'ridge', past, future: fit.whole.value.slice(last + 1, last + 1 + horizon).map((value) => value + shift) };
}

function recentMiss(known: Float64Array, said: Float64Array, origin: number): number {
  let sum = 0;
  let days = 0;
  for (let i = Math.max(0, origin - RECENT_DAYS + 1); i <= origin; i++) {
    if (!Number.isFinite(known[i])) continue;
    sum += known[i]! - said[i]!;
    days++;
  }
  return days === 0 ? 0 : (BELIEVED * sum) / days;
}
