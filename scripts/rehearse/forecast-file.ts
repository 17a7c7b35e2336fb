import { busyPart } from '../../models/demand/rehearsal/busy-part.ts';
import { peakHours, type StageableCurve } from '../../models/demand/rehearsal/peak-hours.ts';
import type { CurveSpec } from '../../models/workload/curve-spec.ts';
import { curveProblems } from '../../models/workload/validate-curve.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readJson } from '../run-folder/read-json.ts';
import { type ForecastCurves, forecastCurvesSchema } from '../schemas/forecast-curves.ts';
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
  const forecast =
    (await readJson(file, 'forecast', forecastCurvesSchema)) ??
    refuse('unreadable-file', file, 'must be there, got no file; `surgeproof forecast` writes forecast.json');
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
  if (!known.includes(quantile)) return refuse('invalid-options', file, `--quantile: must be one of ${known.join(', ')}, got ${quantile}`);
  const problems = curveProblems(all[quantile], `curves.${quantile}`);
  if (problems.length > 0)
    throw new SurgeproofError('unreadable-file', { file, problems: problems.map(({ path, message }) => `${path}: ${message}`) });
  const curve = all[quantile] as CurveSpec;
  if (chosen !== null) return { ...busyPart(curve, chosen.windowSeconds), series, asOf, event: chosen.name };
  if (curve.shape !== 'piecewise' || curve.points.length < 2)
    return refuse('unreadable-file', file, `curves.${quantile}: must be the hours of a day, points of time and rate, got ${curve.shape}`);
  const burst = forecast.peakSecond?.[quantile];
  return { ...peakHours(curve.points, typeof burst === 'number' && burst > 0 ? burst : null), series, asOf, event: null };
}

function chosenEvent({ launches = [] }: ForecastCurves, event: string | null): NonNullable<ForecastCurves['launches']>[number] | null {
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
