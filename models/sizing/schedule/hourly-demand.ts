import { burstFactor } from '../../demand/peak/burst-factor.ts';
import type { ForecastDocument, ForecastPoint } from '../../results/forecast/forecast.ts';
import { type PeakQuantiles, quantilesBy } from '../../results/forecast/peak-quantiles.ts';
import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';

/** An hour of the forecast: what is counted, per second, in its busiest second where bursts are known. */
export interface DemandHour {
  /** Local time of its start: `YYYY-MM-DDTHH:00`. */
  readonly time: string;
  readonly rate: PeakQuantiles;
}

/** Why a forecast makes no schedule: a sentence with what is missing. */
export interface NoHours {
  readonly missing: string;
}

const QUANTILES = ['p50', 'p80', 'p90', 'p95', 'p99'] as const;
const SECONDS = 3600;
/** The rate of an hour in which hardly anybody comes, so that a logarithm stays finite. */
const LEAST_RATE = 1e-6;

/**
 * The hours of a forecast with the quantiles of each: its own hours, or its days by the hours of the peak day where it holds them.
 *
 * @param period seconds of the period that the unit counts by
 */
export function hourlyDemand(forecast: ForecastDocument, period: number): readonly DemandHour[] | NoHours {
  const { points, curves } = forecast;
  const burst = burstOf(forecast);
  const hourly = points.length > 0 && points.every(({ time }) => /T\d\d:00$/.test(time));
  if (hourly) {
    return points.map((point) => ({
      time: point.time,
      rate: quantiles((name) => busiest(point[name] / period, period < SECONDS ? null : burst)),
    }));
  }
  if (curves === undefined || points.length === 0)
    return {
      missing:
        'no schedule: the forecast knows days alone, not the hours of a day; forecast from hourly demand (`surgeproof forecast hours.csv --daily sum`)',
    };
  const days = points.map((point) => hoursOfDay(point, forecast, curves, burst));
  return days.every((day) => day !== null) ? days.flat() : { missing: 'no schedule: the curves of the forecast are not hours of a day' };
}

/** A day of which the total is forecast, with the shape of the peak day. */
function hoursOfDay(
  point: ForecastPoint,
  { peak }: ForecastDocument,
  curves: NonNullable<ForecastDocument['curves']>,
  burst: number | null,
): DemandHour[] | null {
  const shapes = QUANTILES.map((name) => pointsOf(curves[name]));
  if (shapes.some((shape) => shape.length === 0 || shape.length !== shapes[0]!.length)) return null;
  return shapes[0]!.map(([at], hour) => ({
    time: `${point.time}T${String(Math.round(at / SECONDS)).padStart(2, '0')}:00`,
    rate: quantiles((name) => busiest((shapes[QUANTILES.indexOf(name)]![hour]![1] * point[name]) / peak[name], burst)),
  }));
}

const pointsOf = (curve: CurveSpec | undefined): readonly (readonly [number, number])[] =>
  curve?.shape === 'piecewise' ? curve.points : [];

/** Each quantile at least the one below it: scaled curves may cross by rounding. */
function quantiles(of: (name: keyof PeakQuantiles) => number): PeakQuantiles {
  let most = LEAST_RATE;
  return quantilesBy((name) => {
    most = Math.max(most, of(name));
    return most;
  });
}

/** Variance to mean of arrivals a second; null where the forecast says nothing of seconds. */
const burstOf = ({ peakSecond }: ForecastDocument): number | null => peakSecond?.varianceToMean ?? null;

const busiest = (perSecond: number, burst: number | null): number =>
  burst === null || perSecond <= 0 ? perSecond : perSecond * burstFactor(Math.max(perSecond, 1e-3), burst);
