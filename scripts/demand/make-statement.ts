import type { Calendar } from '../../models/demand/calendar/calendar.ts';
import { dateOf } from '../../models/demand/calendar/day-number.ts';
import { type MadeForecast, makeForecast } from '../../models/demand/document/forecast-document.ts';
import { type DemandSeries, dailyOf, knownUntil, periodsPerDay } from '../../models/demand/series/demand-series.ts';
import { implausibleEnd } from '../../models/demand/series/implausible-end.ts';
import { seriesProblems } from '../../models/demand/series/series-problems.ts';
import { sayAmount } from '../../models/words/amount.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { isRate } from './csv/cells/rate.ts';
import type { DemandFile } from './csv/read-demand.ts';
import { loadDecompose } from './load-decompose.ts';
import type { ForecastSettings } from './parse-options.ts';

const FUTURES = 2_000;
const BACKTEST_ORIGINS = 5;

/** Makes the forecast of a file; throws sentences about what its series lacks. */
export async function makeStatement(
  file: string,
  demand: DemandFile,
  settings: ForecastSettings,
  { calendar, unit }: { readonly calendar: Calendar; readonly unit: string },
): Promise<MadeForecast> {
  const { horizon, daily } = settings;
  const { known, note } = withoutBrokenEnd(asOf(file, demand.series, settings.asOf), settings, calendar);
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
    isRate: [demand.name, unit].some(isRate),
    futures: FUTURES,
    backtestOrigins: BACKTEST_ORIGINS,
    decompose: horizon.step === 'hour' ? await loadDecompose() : null,
  });
  if (made === null) return refuse([`series: must be longer for --method ${settings.method}; give a longer history, or use auto`]);
  return { ...made, document: { ...made.document, warnings: [...demand.warnings, ...note, ...made.document.warnings] } };
}

/** The series without a last day that nothing before resembles, and a sentence on it. A day that `--as-of` names is kept. */
function withoutBrokenEnd(
  series: DemandSeries,
  { asOf: asked, daily }: ForecastSettings,
  calendar: Calendar,
): { known: DemandSeries; note: string[] } {
  const days = dailyOf(series, daily);
  const factor = asked === null ? implausibleEnd(days, calendar) : null;
  if (factor === null) return { known: series, note: [] };
  const last = days.first + days.values.length - 1;
  const far = factor < 1 ? `${Math.round(100 * (1 - factor))} % below` : `${sayAmount(factor)} times`;
  const why = factor < 1 ? 'it looks incomplete' : 'nothing like it was seen before';
  const note = `The last day, ${dateOf(last)}, is ${far} its weekday and was left out: ${why}; --as-of ${dateOf(last)} keeps it.`;
  return { known: knownUntil(series, last - 1), note: [note] };
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
