import type { MemberPaths } from '../components/member-paths.ts';
import type { PastErrors } from '../peak/past-errors.ts';
import { memberErrors, memberWeights } from './member-weights.ts';

/** A forecast on the log scale, with what it would have missed in the past. */
export interface LogForecast {
  readonly path: Float64Array;
  readonly members: readonly WeighedMember[];
  /** Errors of the combination, origin by origin: truth minus forecast. */
  readonly past: PastErrors;
}

export interface WeighedMember {
  readonly name: string;
  readonly weight: number;
  /** Mean absolute error in the past, logarithms: about the share of demand. */
  readonly error: number;
  readonly future: Float64Array;
}

/**
 * The average of several methods, each with the weight it has earned on the past.
 *
 * @param known log demand; NaN where unknown
 * @param origins index of the last period known, for each past path
 * @param units periods whose errors stay together, and periods a day
 */
export function combine(
  members: readonly MemberPaths[],
  known: Float64Array,
  origins: readonly number[],
  horizon: number,
  units: { readonly block: number; readonly perDay: number },
): LogForecast {
  const truth = new Float64Array(origins.length * horizon).map(
    (_, i) => known[origins[Math.floor(i / horizon)]! + 1 + (i % horizon)] ?? Number.NaN,
  );
  const errors = memberErrors(members, truth);
  const weights = memberWeights(
    errors,
    members.map(({ trust = 1 }) => trust),
  );
  const path = average(
    members.map(({ future }) => future),
    weights,
  );
  const said = average(
    members.map(({ past }) => past),
    weights,
  );
  return {
    path,
    members: members.map(({ name, future }, m) => ({ name, future, weight: weights[m]!, error: errors[m]! })),
    past: {
      errors: origins.map((_, i) => truth.slice(i * horizon, (i + 1) * horizon).map((value, k) => value - said[i * horizon + k]!)),
      said: origins.map((_, i) => said.slice(i * horizon, (i + 1) * horizon)),
      age: origins.map((origin) => (known.length - 1 - origin) / units.perDay),
      methods: members.length,
      ...units,
    },
  };
}

/** Weighted average of the members that know something. */
function average(paths: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return Float64Array.from(paths[0]!, (_, i) => {
    let sum = 0;
    let weight = 0;
    paths.forEach((path, m) => {
      if (!Number.isFinite(path[i])) return;
      sum += weights[m]! * path[i]!;
      weight += weights[m]!;
    });
    return sum / weight;
  });
}
