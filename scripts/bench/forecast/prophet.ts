import { readFileSync } from 'node:fs';
import * as augurs from '@bsull/augurs/prophet';
import { optimizer } from '@bsull/augurs-prophet-wasmstan';
import type { Calendar } from '../../../models/demand/calendar/calendar.ts';
import type { DailyHistory } from '../../../models/demand/components/daily/daily-history.ts';
import type { Said } from './score.ts';

const SECONDS_PER_DAY = 86_400;
let loaded = false;

function load(): void {
  if (!loaded)
    augurs.initSync({ module: readFileSync(new URL(import.meta.resolve('@bsull/augurs/prophet').replace(/\.js$/, '_bg.wasm'))) });
  loaded = true;
}

/** One holiday a name and offset, as Prophet knows no days around a holiday but by themselves. */
function holidaysOf(calendar: Calendar): Map<string, { occurrences: { start: number; end: number }[] }> {
  const named = calendar.events.flatMap(({ name, days, reach }) =>
    Array.from({ length: 2 * reach + 1 }, (_, i) => ({ name: `${name}${i - reach}`, days: days.map((day) => day + i - reach) })),
  );
  const off = [...calendar.holidays]
    .filter(([, names]) => names.some((name) => /^(substitute|temporary|election)/.test(name)))
    .map(([day]) => day);
  if (off.length > 0) named.push({ name: 'off', days: off });
  return new Map(
    named.map(({ name, days }) => [
      name,
      { occurrences: days.map((day) => ({ start: day * SECONDS_PER_DAY, end: (day + 1) * SECONDS_PER_DAY })) },
    ]),
  );
}

/** Prophet of augurs on the log scale, with the same holidays. */
export function prophet({ known, first, calendar }: DailyHistory, horizon: number): Said {
  load();
  const rows = [...known.keys()].filter((i) => Number.isFinite(known[i]));
  const day = (i: number): number => (first + i) * SECONDS_PER_DAY;
  const holidays = holidaysOf(calendar);
  const model = new augurs.Prophet({
    optimizer,
    intervalWidth: 0.95,
    yearlySeasonality: { type: 'manual', enabled: known.length >= 500 },
    ...(holidays.size > 0 ? { holidays } : {}),
  });
  model.fit({ ds: rows.map(day), y: rows.map((i) => known[i]!) });
  const { yhat } = model.predict({ ds: Array.from({ length: horizon }, (_, k) => day(known.length + k)) });
  const { point, lower, upper } = yhat as { point: number[]; lower?: number[]; upper?: number[] };
  model.free();
  const demand = (values: readonly number[]): number[] => values.map(Math.exp);
  return { path: demand(point), ...(lower !== undefined && upper !== undefined ? { low: demand(lower), high: demand(upper) } : {}) };
}
