import { busyPart } from '../../../models/demand/rehearsal/busy-part.ts';
import { peakHours, type StageableCurve } from '../../../models/demand/rehearsal/peak-hours.ts';
import type { ForecastDocument } from '../../../models/results/forecast/forecast.ts';
import type { ForecastLaunch } from '../../../models/results/forecast/forecast-launch.ts';
import { curveProblems } from '../../../models/workload/checks/validate-curve.ts';
import { readForecast } from '../../demand/read-forecast.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { similarTo } from '../../terminal/similar.ts';

/** A curve of a forecast file, and what it is of. */
export interface ForecastCurve extends StageableCurve {
  readonly series: string;
  readonly event: string | null;
  readonly asOf: string;
}

const refuseOption = (problem: string): never => {
  throw new SurgeproofError('invalid-options', { problems: [problem] });
};

const refuseFile = (file: string, ...problems: string[]): never => {
  throw new SurgeproofError('unreadable-file', { file, problems });
};

/**
 * The curve of a forecast at a quantile: of the named event, of the only one, or of the peak day of the series.
 *
 * @param quantile as the file names it: p50, p80, p90, p95, p99
 */
export async function forecastCurve(file: string, quantile: string, event: string | null): Promise<ForecastCurve> {
  const forecast = await readForecast(file);
  const { series, asOf } = forecast;
  const chosen = chosenEvent(forecast, event);
  const all = chosen === null ? forecast.curves : chosen.curves;
  if (all === undefined)
    return refuseFile(
      file,
      'curves: must be there, got a forecast without hours; forecast from hourly demand with --daily sum, or an announced event with --events',
    );
  const known = Object.keys(all);
  const curve = Object.hasOwn(all, quantile) ? all[quantile] : undefined;
  if (curve === undefined) return refuseOption(`--quantile: must be one of ${known.join(', ')}, got ${quantile}`);
  const problems = curveProblems(curve, `curves.${quantile}`);
  if (problems.length > 0) return refuseFile(file, ...problems.map(({ path, message }) => `${path}: ${message}`));
  if (chosen !== null) return { ...busyPart(curve, chosen.windowSeconds), series, asOf, event: chosen.name };
  if (curve.shape !== 'piecewise' || curve.points.length < 2)
    return refuseFile(file, `curves.${quantile}: must be the hours of a day, points of time and rate, got ${curve.shape}`);
  const burst = new Map(Object.entries(forecast.peakSecond ?? {})).get(quantile);
  return { ...peakHours(curve.points, typeof burst === 'number' && burst > 0 ? burst : null), series, asOf, event: null };
}

function chosenEvent({ launches = [] }: ForecastDocument, event: string | null): ForecastLaunch | null {
  const names = launches.map(({ name }) => name);
  if (event === null) {
    if (launches.length <= 1) return launches[0] ?? null;
    return refuseOption(`--event: must be one of ${names.join(', ')}, got nothing; the forecast holds several`);
  }
  const found = launches.find(({ name }) => name === event);
  if (found !== undefined) return found;
  const similar = similarTo(event, names);
  const known = names.length === 0 ? 'left out, as the forecast has no events' : `one of ${names.join(', ')}`;
  return refuseOption(`--event: must be ${known}, got ${event}${similar === null ? '' : `; did you mean ${similar}?`}`);
}
