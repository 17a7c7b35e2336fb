import type { Calendar } from '../../../models/demand/calendar/calendar.ts';
import { NO_CALENDAR } from '../../../models/demand/calendar/calendar.ts';
import { forecastSeries } from '../../../models/demand/forecast/forecast-series.ts';
import type { Decompose } from '../../../models/demand/forecast/hourly-forecast.ts';
import { mediansOf } from '../../../models/demand/forecast/point-quantiles.ts';
import { naiveError } from '../../../models/demand/metrics/naive-error.ts';
import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';
import { type Said, type Score, score } from './score.ts';

const HORIZON = 168;
const MOST_HOURS = 26_304;
const FUTURES = 1_000;
/** M4: hours to forecast, and the season of its yardstick. */
const M4_SEASON = 24;

function said(series: DemandSeries, calendar: Calendar, horizon: number, decompose: Decompose): Map<string, Said> {
  const ours = forecastSeries(series, { calendar, horizon, seed: 1, futures: FUTURES, breaks: [], decompose })!;
  const { p50, p90 } = ours.peak.quantiles;
  const all = new Map<string, Said>([
    [
      'surgeproof',
      {
        path: mediansOf(ours.points),
        low: ours.points.map((one) => one.p025),
        high: ours.points.map((one) => one.p975),
        peak: { p50, p90 },
      },
    ],
  ]);
  for (const { name, future } of ours.members) all.set(`member: ${name}`, { path: future.map(Math.exp) });
  return all;
}

/** Scores of 168 hours ahead, from origins `spacing` hours apart. */
export function benchHourly(
  series: DemandSeries,
  calendar: Calendar,
  windows: number,
  spacing: number,
  decompose: Decompose,
): Map<string, Score[]> {
  const scores = new Map<string, Score[]>();
  for (let w = windows; w >= 1; w--) {
    const end = series.values.length - w * spacing;
    const start = Math.max(0, end - MOST_HOURS);
    const values = series.values.slice(start, end);
    const actual = series.values.subarray(end, end + HORIZON);
    for (const [name, one] of said({ ...series, first: series.first + start, values }, calendar, HORIZON, decompose)) {
      scores.set(name, [...(scores.get(name) ?? []), score(one, actual, naiveError(values, HORIZON), [])]);
    }
  }
  return scores;
}

/** Scores on series of M4: training values and the 48 that followed, dates unknown. */
export function benchM4(
  lines: readonly { readonly train: Float64Array; readonly test: Float64Array }[],
  decompose: Decompose,
): Map<string, Score[]> {
  const scores = new Map<string, Score[]>();
  for (const { train, test } of lines) {
    const all = said({ step: 'hour', first: 0, values: train }, NO_CALENDAR, test.length, decompose);
    all.set('seasonal naive', { path: Array.from(test, (_, k) => train[train.length - M4_SEASON + (k % M4_SEASON)]!) });
    for (const [name, one] of all) scores.set(name, [...(scores.get(name) ?? []), score(one, test, naiveError(train, M4_SEASON), [])]);
  }
  return scores;
}
