import type { Calendar } from '../../models/demand/calendar/calendar.ts';
import { dateOf } from '../../models/demand/calendar/day-number.ts';
import { type MadeForecast, makeForecast } from '../../models/demand/document/forecast-document.ts';
import { type DemandSeries, dailyOf, knownUntil, periodsPerDay } from '../../models/demand/series/demand-series.ts';
import { seriesProblems } from '../../models/demand/series/series-problems.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import type { DemandFile } from './csv/read-demand.ts';
import { loadDecompose } from './load-decompose.ts';
import type { ForecastSettings } from './parse-options.ts';

const FUTURES = 2_000;
const BACKTEST_ORIGINS = 5;

/** Makes the forecast of a file; throws sentences about what its series lacks. */
export function makeStatement(
  file: string,
  demand: DemandFile,
  settings: ForecastSettings,
  { calendar, unit }: { readonly calendar: Calendar; readonly unit: string },
): MadeForecast {
  const { horizon, daily } = settings;
  const known = asOf(file, demand.series, settings.asOf);
  if (horizon.step === 'hour' && known.step === 'day')
    throw new SurgeproofError('invalid-options', {
      problems: [`--horizon: must be in days for a daily series, got ${horizon.count}h; write for instance 28d`],
    });
  const days = horizon.step === 'hour' ? Math.ceil(horizon.count / 24) : horizon.count;
  const refuse = (problems: readonly string[]): never => {
    throw new SurgeproofError('unreadable-file', { file, problems });
  };
  const problems = [...outside(known, settings.breaks), ...seriesProblems(horizon.step === 'day' ? dailyOf(known, daily) : known, days)];
  if (problems.length > 0) refuse(problems);
  const made = makeForecast(known, {
    ...settings,
    calendar,
    name: demand.name,
    unit,
    futures: FUTURES,
    backtestOrigins: BACKTEST_ORIGINS,
    decompose: horizon.step === 'hour' ? loadDecompose() : null,
  });
  if (made === null) return refuse([`series: must be longer for --method ${settings.method}; give a longer history, or use auto`]);
  return { ...made, document: { ...made.document, warnings: [...demand.warnings, ...made.document.warnings] } };
}

/** Sentences about breaks outside the data, which are typing errors. */
function outside(series: DemandSeries, breaks: readonly number[]): string[] {
  const perDay = periodsPerDay(series.step);
  const [first, end] = [Math.ceil(series.first / perDay), Math.floor((series.first + series.values.length - 1) / perDay)];
  return breaks
    .filter((day) => day <= first || day > end)
    .map((day) => `--break: must be a day inside the data, which run from ${dateOf(first)} to ${dateOf(end)}, got ${dateOf(day)}`);
}

/** The series as it was known at the end of a day; throws when the data do not include that day. */
function asOf(file: string, series: DemandSeries, day: number | null): DemandSeries {
  if (day === null) return series;
  const perDay = periodsPerDay(series.step);
  const first = Math.floor(series.first / perDay);
  const end = Math.floor((series.first + series.values.length - 1) / perDay);
  if (day < first || day > end)
    throw new SurgeproofError('invalid-options', {
      problems: [
        `--as-of: must be a day of the data, which run from ${dateOf(first)} to ${dateOf(end)}, got ${dateOf(day)}; leave it out to forecast from the end of ${file}`,
      ],
    });
  return knownUntil(series, day);
}
