import { readFileSync } from 'node:fs';
import * as augurs from '@bsull/augurs/mstl';
import type { Calendar } from '../../../models/demand/calendar/calendar.ts';
import { dailyHistory } from '../../../models/demand/components/daily/daily-history.ts';
import { forecastSeries } from '../../../models/demand/forecast/forecast-series.ts';
import { mediansOf } from '../../../models/demand/forecast/point-quantiles.ts';
import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';
import { prophet } from './prophet.ts';
import type { Said } from './score.ts';

const MOST_DAYS = 1095;
const WEEK = 7;
const FUTURES = 2_000;

augurs.initSync({ module: readFileSync(new URL(import.meta.resolve('@bsull/augurs/mstl').replace(/\.js$/, '_bg.wasm'))) });

function mstl(log: Float64Array, horizon: number): Said {
  const model = augurs.MSTL.ets([WEEK]);
  model.fit(log.slice(-MOST_DAYS));
  const { point, intervals } = model.predict(horizon, 0.95);
  model.free();
  return { path: point.map(Math.exp), low: intervals!.lower.map(Math.exp), high: intervals!.upper.map(Math.exp) };
}

/** All methods on one history: ours with its members, and the others. */
export function sayAll(series: DemandSeries, calendar: Calendar, horizon: number): Map<string, Said> {
  const history = dailyHistory(series.first, series.values, calendar);
  const { filled } = history;
  const ours = forecastSeries(series, { calendar, horizon, seed: 1, futures: FUTURES, breaks: [], decompose: null })!;
  const { p50, p90 } = ours.peak.quantiles;
  const said = new Map<string, Said>([
    [
      'surgeproof',
      {
        path: mediansOf(ours.points),
        low: ours.points.map((one) => one.p025),
        high: ours.points.map((one) => one.p975),
        peak: { p50, p90 },
      },
    ],
    ['seasonal naive', { path: Array.from({ length: horizon }, (_, k) => Math.exp(filled[filled.length - WEEK + (k % WEEK)]!)) }],
    ['augurs MSTL(7)', mstl(filled, horizon)],
    ['augurs Prophet, same holidays', prophet(history, horizon)],
  ]);
  for (const { name, future } of ours.members) if (name !== 'seasonal naive') said.set(`member: ${name}`, { path: future.map(Math.exp) });
  return said;
}
