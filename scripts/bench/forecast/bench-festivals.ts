import type { Calendar } from '../../../models/demand/calendar/calendar.ts';
import { forecastSeries } from '../../../models/demand/forecast/forecast-series.ts';
import { mediansOf } from '../../../models/demand/forecast/point-quantiles.ts';
import { naiveError } from '../../../models/demand/metrics/naive-error.ts';
import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';
import { type Score, score } from './score.ts';

const HORIZON = 28;
/** Days from the last one known to the festival: its peak, some days before it, lies in the second week. */
const LEAD = 16;
const MOST_DAYS = 1461;
const SCALE_DAYS = 1095;
const FUTURES = 2_000;

/** One festival, and how the forecast made before it scored. */
export interface FestivalScore {
  readonly name: string;
  /** Last day known, days since 1970-01-01. */
  readonly asOf: number;
  readonly score: Score;
}

/**
 * The window over each festival of a series, forecast sixteen days before it from nothing but what came before: the festival itself is left out, and so is
 * all that followed it. Festivals without an earlier one in the series are left out.
 *
 * @param festivals names of events of the calendar
 */
export function benchFestivals(series: DemandSeries, calendar: Calendar, festivals: readonly string[]): FestivalScore[] {
  const all = calendar.events
    .filter(({ name }) => festivals.includes(name))
    .flatMap(({ name, days }) => days.map((day) => ({ name, day })))
    .filter(({ day }) => day >= series.first && day < series.first + series.values.length)
    .sort((a, b) => a.day - b.day);
  return all.slice(1).flatMap(({ name, day }) => {
    const end = day - LEAD - series.first + 1;
    if (end + HORIZON > series.values.length) return [];
    const start = Math.max(0, end - MOST_DAYS);
    const known = { ...series, first: series.first + start, values: series.values.slice(start, end) };
    const ours = forecastSeries(known, { calendar, horizon: HORIZON, seed: 1, futures: FUTURES, breaks: [], decompose: null });
    if (ours === null) return [];
    const { p50, p90 } = ours.peak.quantiles;
    const scale = naiveError(series.values.subarray(Math.max(0, end - SCALE_DAYS), end), 7);
    const said = { path: mediansOf(ours.points), peak: { p50, p90 } };
    return [{ name, asOf: day - LEAD, score: score(said, series.values.subarray(end, end + HORIZON), scale, []) }];
  });
}
