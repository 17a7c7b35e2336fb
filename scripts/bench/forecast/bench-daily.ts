import type { Calendar } from '../../../models/demand/calendar/calendar.ts';
import { naiveError } from '../../../models/demand/metrics/naive-error.ts';
import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';
import { sayAll } from './daily-methods.ts';
import { type Score, score } from './score.ts';

const HORIZON = 28;
const MOST_DAYS = 1461;
const SCALE_DAYS = 1095;
/** Days around a festival that are judged by themselves. */
const BEFORE = 3;
const AFTER = 5;

/** Scores of every method in every window, windows one horizon apart and back from the end of the series. */
export function benchDaily(series: DemandSeries, calendar: Calendar, windows: number, festivals: readonly string[]): Map<string, Score[]> {
  const scores = new Map<string, Score[]>();
  const great = calendar.events.filter(({ name }) => festivals.includes(name)).flatMap(({ days }) => days);
  for (let w = windows; w >= 1; w--) {
    const end = series.values.length - w * HORIZON;
    const start = Math.max(0, end - MOST_DAYS);
    const known = { ...series, first: series.first + start, values: series.values.slice(start, end) };
    const actual = series.values.subarray(end, end + HORIZON);
    const scale = naiveError(series.values.subarray(Math.max(0, end - SCALE_DAYS), end), 7);
    const around = [...actual.keys()].filter((k) =>
      great.some((day) => series.first + end + k >= day - BEFORE && series.first + end + k <= day + AFTER),
    );
    for (const [name, said] of sayAll(known, calendar, HORIZON)) {
      scores.set(name, [...(scores.get(name) ?? []), score(said, actual, scale, around)]);
    }
  }
  return scores;
}
