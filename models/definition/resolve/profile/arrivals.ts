import type { CurveSpec } from '../../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../../workload/arrivals/curves/from-spec.ts';
import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import { curveProblems } from '../../../workload/checks/validate-curve.ts';
import type { ArrivalPart, ForecastArrivals } from '../../arrivals/arrivals.ts';
import { inSequence, partProblems } from '../../arrivals/join-parts.ts';
import type { Problems } from '../../units/read-units.ts';
import { readFields, readNumber, readRequiredText, readText } from '../values/read-values.ts';

/** Arrivals of a profile; with a forecast, they are put in its place later and stand for nobody until then. */
export interface ResolvedArrivals {
  readonly seconds: number;
  readonly curve: CurveSpec;
  readonly forecast: ForecastArrivals | null;
}

/** A forecast runs at its own speed up to this long, seconds: three hours. */
const LONGEST_FORECAST = 10_800;

const EXAMPLE = "constant('20/s', { for: '30 s' })";
const QUANTILE = /^p\d{1,2}(\.\d+)?$/i;

function readForecast(value: unknown, path: string, problems: Problems): ForecastArrivals {
  const fields = readFields(value, ['forecast', 'quantile', 'event', 'scale'], path, problems) ?? {};
  const { quantile, event, scale } = fields;
  if (typeof quantile !== 'string' || !QUANTILE.test(quantile)) {
    problems.push(problem(at(path, 'quantile'), 'be a quantile of the forecast such as P95', quantile));
  }
  return {
    forecast: readRequiredText(fields.forecast, at(path, 'forecast'), problems),
    // Forecast files write p95.
    quantile: String(quantile).toLowerCase(),
    event: event === null || event === undefined ? null : readText(event, '', at(path, 'event'), problems),
    scale: scale === null || scale === undefined ? null : readNumber(scale, { above: 0 }, at(path, 'scale'), problems),
  };
}

function sequenceOf(parts: readonly ArrivalPart[], path: string, problems: Problems): ResolvedArrivals | null {
  const wrong = parts.flatMap(({ seconds, curve }, index) => {
    const here = at(path, index);
    const length = seconds > 0 && Number.isFinite(seconds) ? [] : [problem(at(here, 'seconds'), 'be a number of seconds above 0', seconds)];
    return [...length, ...curveProblems(curve, at(here, 'curve'))];
  });
  problems.push(...wrong);
  if (wrong.length > 0) return null;
  const { seconds, curve } = inSequence(parts);
  const people = arrivalCurve(curve).arrivalsUntil(seconds);
  if (people > 0 && Number.isFinite(people)) return { seconds, curve, forecast: null };
  problems.push({ path, message: `must bring a finite number of people above 0, got ${people} in ${seconds} s` });
  return null;
}

/** Arrivals of a profile, one part after the other; null, and problems, when they are not sound. */
export function readArrivals(value: unknown, path: string, problems: Problems): ResolvedArrivals | null {
  if (!Array.isArray(value) || value.length === 0) {
    problems.push(problem(path, `be a list with at least one entry such as ${EXAMPLE}`, value));
    return null;
  }
  const parts: readonly unknown[] = value;
  const forecasts = parts.filter((part) => fieldsOf(part)?.forecast !== undefined);
  if (forecasts.length > 0 && parts.length > 1) {
    problems.push({ path, message: `must be a forecast alone or parts without one, got ${parts.length} entries; make two profiles` });
    return null;
  }
  if (forecasts.length === 1) {
    const forecast = readForecast(parts[0], at(path, 0), problems);
    return { seconds: LONGEST_FORECAST, curve: { shape: 'constant', rate: 0 }, forecast };
  }
  const wrong = partProblems(parts, path);
  problems.push(...wrong);
  return wrong.length > 0 ? null : sequenceOf(parts as readonly ArrivalPart[], path, problems);
}
