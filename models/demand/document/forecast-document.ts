import type { ForecastDocument, ForecastPeak } from '../../results/forecast/forecast.ts';
import { dateOf } from '../calendar/day-number.ts';
import { type ForecastOptions, forecastSeries, type SeriesForecast } from '../forecast/forecast-series.ts';
import { residualTail } from '../peak/tail/residual-tail.ts';
import { type DemandSeries, dailyOf, periodsPerDay } from '../series/demand-series.ts';
import { seriesWarnings } from '../series/series-problems.ts';
import { type BacktestWindow, backtestSummary, backtestWindows } from './backtest.ts';
import { busiestHour } from './busiest-hour.ts';
import type { DocumentRequest } from './document-request.ts';
import { eventsOf } from './events-of.ts';
import { peakWarnings } from './peak-warnings.ts';

const LIKELY_TIMES = 3;

/** Time of a period as text: `YYYY-MM-DD` for a day, `YYYY-MM-DDTHH:00` for an hour. */
export function timeOf(step: DemandSeries['step'], index: number): string {
  if (step === 'day') return dateOf(index);
  return `${dateOf(Math.floor(index / 24))}T${String(index - Math.floor(index / 24) * 24).padStart(2, '0')}:00`;
}

/** A statement with everything it was made of, so that a report can show its evidence. */
export interface MadeForecast {
  readonly document: ForecastDocument;
  /** The series as it was forecast: days, or hours. */
  readonly series: DemandSeries;
  readonly forecast: SeriesForecast;
  readonly windows: readonly BacktestWindow[];
}

/** The statement alone; see `makeForecast`. */
export const forecastDocument = (given: DemandSeries, request: DocumentRequest): ForecastDocument | null =>
  makeForecast(given, request)?.document ?? null;

/**
 * The whole statement about what comes after a series: periods, peak, busiest hour and second, holidays, and how good such statements were.
 *
 * @param given the series as it was read; nothing after its end is known
 * @returns null when nothing of the series is known
 */
export function makeForecast(given: DemandSeries, request: DocumentRequest): MadeForecast | null {
  const { step, count } = request.horizon;
  const series = step === 'day' ? dailyOf(given, request.daily) : given;
  const options: ForecastOptions = { ...request, horizon: count };
  const forecast = forecastSeries(series, options);
  if (forecast === null) return null;
  const next = series.first + series.values.length;
  const windows = backtestWindows(series, options, request.backtestOrigins);
  const time = (k: number): string => timeOf(step, next + k);
  const document: ForecastDocument = {
    schema: 'surgeproof/forecast',
    version: 1,
    series: request.name,
    unit: request.unit,
    asOf: dateOf(Math.floor((next - 1) / periodsPerDay(step))),
    method: methodOf(forecast),
    calendarVersion: request.calendar.version,
    points: forecast.points.map(({ mean, p05, p50, p80, p90, p95, p99 }, k) => ({ time: time(k), mean, p05, p50, p80, p90, p95, p99 })),
    peak: peakOf(forecast, time),
    ...busiestHour(given, series, forecast, request),
    events: eventsOf(series, forecast, request.calendar),
    backtest: backtestSummary(windows),
    ...tailOf(forecast),
    warnings: [...seriesWarnings(series), ...breakWarnings(series, forecast), ...peakWarnings(forecast)],
  };
  return { document, series, forecast, windows };
}

const methodOf = ({ members }: SeriesForecast): string =>
  members
    .filter(({ weight }) => weight >= 0.005)
    .map(({ name, weight }) => `${name} ${Math.round(weight * 100)} %`)
    .join(', ');

function peakOf({ peak, calibratedOn }: SeriesForecast, time: (k: number) => string): ForecastPeak {
  const order = [...peak.probability.keys()].sort((a, b) => peak.probability[b]! - peak.probability[a]!);
  return {
    window: { from: time(0), to: time(peak.probability.length - 1) },
    ...peak.quantiles,
    calibratedOn,
    likelyAt: order
      .slice(0, LIKELY_TIMES)
      .filter((k) => peak.probability[k]! > 0)
      .map((k) => ({ time: time(k), probability: peak.probability[k]! })),
  };
}

/** Tail of the errors of single days; left out where too few are known. */
function tailOf({ daily }: SeriesForecast): Pick<ForecastDocument, 'tail'> {
  const tail = daily === null ? null : residualTail(daily.forecast.past);
  return tail === null ? {} : { tail };
}

const breakWarnings = (series: DemandSeries, { breaks }: SeriesForecast): string[] =>
  breaks.length === 0
    ? []
    : [`Demand changed its level on ${breaks.map((at) => dateOf(series.first + at)).join(', ')}; what was before counts a fifth.`];
