import type { ForecastDocument, ForecastEvent, ForecastPeak } from '../../results/forecast.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dateOf } from '../calendar/day-number.ts';
import { pastEffect } from '../calendar/holiday-effects.ts';
import { burstFactor } from '../peak/burst-factor.ts';
import { dayShape, peakHour } from '../peak/peak-hour.ts';
import { statedQuantiles } from '../peak/peak-of-paths.ts';
import { residualTail } from '../peak/residual-tail.ts';
import { type DemandSeries, dailyOf, periodsPerDay } from '../series/demand-series.ts';
import { seriesWarnings } from '../series/series-problems.ts';
import { type BacktestWindow, backtestSummary, backtestWindows } from './backtest.ts';
import { type ForecastOptions, forecastSeries, type SeriesForecast } from './forecast-series.ts';

/** What a forecast is asked for, beside how to make it. */
export interface DocumentRequest extends Omit<ForecastOptions, 'horizon'> {
  readonly name: string;
  readonly unit: string;
  /** Days or hours ahead; hours of a daily series are not possible. */
  readonly horizon: { readonly count: number; readonly step: 'day' | 'hour' };
  /** What an hourly series becomes when days are forecast: their totals or their highest hours. */
  readonly daily: 'sum' | 'max';
  /** Variance-to-mean ratio of arrivals in a second, and whether it was measured. */
  readonly burst: { readonly varianceToMean: number; readonly kind: 'measured' | 'assumed' };
  readonly backtestOrigins: number;
}

const LIKELY_TIMES = 3;
const SECONDS_PER_HOUR = 3600;

/** A period as people write it. */
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
    ...finer(given, series, forecast, request),
    events: eventsOf(series, forecast, request.calendar),
    backtest: backtestSummary(windows),
    ...tailOf(forecast),
    warnings: [...seriesWarnings(series), ...breakWarnings(series, forecast)],
  };
  return { document, series, forecast, windows };
}

const methodOf = ({ members }: SeriesForecast): string =>
  members
    .filter(({ weight }) => weight >= 0.005)
    .map(({ name, weight }) => `${name} ${Math.round(weight * 100)} %`)
    .join(', ');

function peakOf({ peak }: SeriesForecast, time: (k: number) => string): ForecastPeak {
  const order = [...peak.probability.keys()].sort((a, b) => peak.probability[b]! - peak.probability[a]!);
  return {
    window: { from: time(0), to: time(peak.probability.length - 1) },
    ...peak.quantiles,
    likelyAt: order
      .slice(0, LIKELY_TIMES)
      .filter((k) => peak.probability[k]! > 0)
      .map((k) => ({ time: time(k), probability: peak.probability[k]! })),
  };
}

/** From the day to its hour, and from the hour to its second, where hours are known. */
function finer(given: DemandSeries, series: DemandSeries, forecast: SeriesForecast, { burst, calendar, daily, seed }: DocumentRequest) {
  if (given.step !== 'hour' || (series.step === 'day' && daily === 'max')) return {};
  const highest = Float64Array.from(forecast.paths, (path) => Math.exp(Math.max(...path)));
  const likely = forecast.peak.probability.indexOf(Math.max(...forecast.peak.probability));
  const inHour = (quantiles: ReturnType<typeof statedQuantiles>) => {
    const second = (hour: number): number =>
      (hour / SECONDS_PER_HOUR) * burstFactor(Math.max(hour / SECONDS_PER_HOUR, 1e-3), burst.varianceToMean);
    const { p50, p80, p90, p95, p99 } = quantiles;
    return { peakSecond: { p50: second(p50), p80: second(p80), p90: second(p90), p95: second(p95), p99: second(p99), ...burst } };
  };
  if (series.step === 'hour') return inHour(statedQuantiles(highest));
  const shape = dayShape(given, calendar, series.first + series.values.length + likely);
  if (shape === null) return {};
  const hour = peakHour(highest, shape, seed);
  return { peakHour: hour, ...inHour(hour), curves: curvesOf(shape.shares, hour) };
}

/** The peak day as arrivals a second, its busiest hour at each quantile. */
function curvesOf(shares: Float64Array, hour: ReturnType<typeof peakHour>) {
  const most = Math.max(...shares);
  const curve = (quantile: number) => ({
    shape: 'piecewise' as const,
    points: Array.from(shares, (share, h) => [h * SECONDS_PER_HOUR, (quantile * share) / most / SECONDS_PER_HOUR] as const),
  });
  return { p50: curve(hour.p50), p80: curve(hour.p80), p90: curve(hour.p90), p95: curve(hour.p95), p99: curve(hour.p99) };
}

/** What single days did beyond their forecast; left out where too few are known. */
function tailOf({ daily }: SeriesForecast): Pick<ForecastDocument, 'tail'> {
  const tail = daily === null ? null : residualTail(daily.forecast.past);
  return tail === null ? {} : { tail };
}

/** Holidays and events in the window, with what is expected of them and what they did before. */
function eventsOf(series: DemandSeries, { daily }: SeriesForecast, calendar: Calendar): ForecastEvent[] {
  if (daily === null) return [];
  const { history, forecast } = daily;
  const first = series.first + series.values.length;
  const last = first + forecast.path.length - 1;
  return calendar.events
    .flatMap(({ name, days }) => days.filter((day) => day >= first && day <= last).map((day) => ({ name, day, days })))
    .sort((a, b) => a.day - b.day)
    .map(({ name, day, days }) => {
      const effect = pastEffect(calendar, days, 0, history.first, history.known);
      return {
        name,
        time: dateOf(day),
        factor: Math.exp(forecast.ridge.holiday[day - history.first]!),
        seen: effect === null ? null : { occurrences: effect.occurrences, low: effect.low, high: effect.high },
      };
    });
}

const breakWarnings = (series: DemandSeries, { breaks }: SeriesForecast): string[] =>
  breaks.length === 0
    ? []
    : [`Demand changed its level on ${breaks.map((at) => dateOf(series.first + at)).join(', ')}; what was before counts a fifth.`];
