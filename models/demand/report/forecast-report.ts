import type { DayDriver, ForecastReport, PeriodLine, WindowDay } from '../../results/forecast/forecast-report.ts';
import type { LaunchPicture } from '../../results/forecast/launch-picture.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { type DailyHistory, dailyHistory } from '../components/daily/daily-history.ts';
import { type DailyRidge, dailyRidge } from '../components/daily/daily-ridge.ts';
import type { MadeForecast } from '../document/forecast-document.ts';
import { referenceLoads } from '../peak/reference-loads.ts';
import { dailyOf, periodsPerDay } from '../series/demand-series.ts';
import { backtestRows, calibrationLevels } from './backtest-rows.ts';
import { coincidenceOf } from './coincidence.ts';
import { dayComponents } from './day-components.ts';
import { dayDrivers } from './day-drivers.ts';
import { holidayPasts } from './holiday-pasts.ts';
import { peakBins } from './peak-bins.ts';
import { windowDays } from './window-days.ts';

/** History shown before the window: three windows, and eight weeks of days or two of hours at least. */
const TAIL_WINDOWS = 3;
const FEWEST_TAIL_DAYS = { day: 56, hour: 14 } as const;
const YEAR_WEEKS_DAYS = 364;
const DAYS_PER_YEAR = 365;
/** Days that the daily regression is fitted on: four years. */
const MOST_DAYS = 1461;

/**
 * The evidence behind a statement, for a report: history, components, past occurrences of holidays, forecasts of the past.
 *
 * @param launches announced events beside the series
 */
export function forecastReport(
  made: MadeForecast,
  calendar: Calendar,
  seed: number,
  launches: readonly LaunchPicture[] = [],
): ForecastReport {
  const { document, series, forecast, windows } = made;
  const perDay = periodsPerDay(series.step);
  const next = series.first + series.values.length;
  const horizon = forecast.points.length;
  const tail = Math.min(series.values.length, Math.max(TAIL_WINDOWS * horizon, FEWEST_TAIL_DAYS[series.step] * perDay));
  const line = (first: number, length: number): PeriodLine => ({
    first,
    values: Array.from({ length }, (_, i) => known(series.values[first + i - series.first])),
  });
  const year = line(next - tail - YEAR_WEEKS_DAYS * perDay, tail + horizon);
  const explained = explainedDays(made, calendar, Math.floor((next + horizon - 1) / perDay));
  const stated = forecast.points.map(({ p50, p90 }, k) => ({ p50, p90, probability: forecast.peak.probability[k]! }));
  const factorOf = (day: number) => (explained === null ? null : Math.exp(explained.ridge.holiday[day - explained.history.first]!));
  const days = windowDays(calendar, series.step, next, stated, factorOf);
  return {
    document,
    launches,
    step: series.step,
    seed,
    tail: line(next - tail, tail),
    yearBefore: { ...year, first: next - tail },
    lastYear: referenceLoads(dailyOf(series, 'max').values.subarray(-DAYS_PER_YEAR)),
    bins: peakBins(forecast.paths.map((path) => Math.exp(path.reduce((most, value) => Math.max(most, value))))),
    ...explanation(explained, days),
    backtest: backtestRows(series, windows, calendar),
    calibration: calibrationLevels(windows),
    days,
    members: forecast.members.map(({ name, weight, error }) => ({ name, weight, error: known(error) })),
  };
}

/** Days of the peak that are looked at for what drives them. */
const LIKELY_DAYS = 3;

/** What the regression and the calendar say of the window. */
function explanation(
  explained: ReturnType<typeof explainedDays>,
  days: readonly WindowDay[],
): Pick<ForecastReport, 'components' | 'holidays' | 'drivers' | 'coincidence'> {
  if (explained === null) return { components: null, holidays: [], drivers: [], coincidence: null };
  const { history, ridge } = explained;
  const components = dayComponents(history, ridge);
  const strongest = ({ factor: a }: DayDriver, { factor: b }: DayDriver): number => Math.abs(Math.log(b)) - Math.abs(Math.log(a));
  const driversOf = (day: number): DayDriver[] => dayDrivers(history, ridge, components, day).sort(strongest);
  const likely = [...days]
    .sort((a, b) => b.probability - a.probability)
    .slice(0, LIKELY_DAYS)
    .map(({ day }) => ({ day, drivers: driversOf(day) }));
  return {
    components,
    holidays: holidayPasts(history, days, driversOf),
    drivers: likely[0]?.drivers ?? [],
    coincidence: coincidenceOf(history, likely),
  };
}

const known = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);

/** The regression of days: that of the forecast, or for hours one of their highest by day; null when no day is known. */
function explainedDays(
  { series, forecast }: MadeForecast,
  calendar: Calendar,
  lastDay: number,
): { history: DailyHistory; ridge: DailyRidge } | null {
  if (forecast.daily !== null) return { history: forecast.daily.history, ridge: forecast.daily.forecast.ridge };
  const days = dailyOf(series, 'max');
  const values = days.values.subarray(-MOST_DAYS);
  const history = dailyHistory(days.first + days.values.length - values.length, values, calendar);
  const ridge = dailyRidge(history, lastDay - history.first + 1);
  return ridge === null ? null : { history, ridge };
}
