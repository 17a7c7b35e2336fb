import { busyPart } from '../../models/demand/rehearsal/busy-part.ts';
import { peakHours, type StageableCurve } from '../../models/demand/rehearsal/peak-hours.ts';
import type { ForecastDocument } from '../../models/results/forecast.ts';
import type { ForecastLaunch } from '../../models/results/forecast-launch.ts';
import { curveProblems } from '../../models/workload/validate-curve.ts';
import { readForecast } from '../demand/read-forecast.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { similarTo } from '../terminal/similar.ts';

/** A curve of a forecast file, and what it is of. */
export interface ForecastCurve extends StageableCurve {
  readonly series: string;
  readonly event: string | null;
  readonly asOf: string;
}

const refuse = (code: 'invalid-options' | 'unreadable-file', file: string, problem: string): never => {
  throw code === 'invalid-options'
    ? new SurgeproofError(code, { problems: [problem] })
    : new SurgeproofError(code, { file, problems: [problem] });
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
    return refuse(
      'unreadable-file',
      file,
      'curves: must be there, got a forecast without hours; forecast from hourly demand with --daily sum, or an announced event with --events',
    );
  const known = Object.keys(all);
  const curve = Object.hasOwn(all, quantile) ? all[quantile] : undefined;
  if (curve === undefined) return refuse('invalid-options', file, `--quantile: must be one of ${known.join(', ')}, got ${quantile}`);
  const problems = curveProblems(curve, `curves.${quantile}`);
  if (problems.length > 0)
    throw new SurgeproofError('unreadable-file', { file, problems: problems.map(({ path, message }) => `${path}: ${message}`) });
  if (chosen !== null) return { ...busyPart(curve, chosen.windowSeconds), series, asOf, event: chosen.name };
  if (curve.shape !== 'piecewise' || curve.points.length < 2)
    return refuse('unreadable-file', file, `curves.${quantile}: must be the hours of a day, points of time and rate, got ${curve.shape}`);
  const burst = Object.entries(forecast.peakSecond ?? {}).find(([name, value]) => name === quantile && Number(value) > 0)?.[1];
  return { ...peakHours(curve.points, burst === undefined ? null : Number(burst)), series, asOf, event: null };
}

function chosenEvent({ launches = [] }: ForecastDocument, event: string | null): ForecastLaunch | null {
  const names = launches.map(({ name }) => name);
  if (event === null) {
    if (launches.length <= 1) return launches[0] ?? null;
    return refuse('invalid-options', '', `--event: must be one of ${names.join(', ')}, got nothing; the forecast holds several`);
  }
  const found = launches.find(({ name }) => name === event);
  if (found !== undefined) return found;
  const similar = similarTo(event, names);
  const known = names.length === 0 ? 'left out, as the forecast has no events' : `one of ${names.join(', ')}`;
  return refuse('invalid-options', '', `--event: must be ${known}, got ${event}${similar === null ? '' : `; did you mean ${similar}?`}`);
}
