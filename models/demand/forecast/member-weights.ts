import type { MemberPaths } from '../components/member-paths.ts';

/** Exponent of the weights: a member weighs its error to the power of minus this. */
const SHARPNESS = 4;
/** Members whose error exceeds this multiple of the best one get no weight. */
const HOPELESS = 2;

/** Mean absolute error of each member over the past paths that all members have; logarithms, so a share of demand. */
export function memberErrors(members: readonly MemberPaths[], truth: Float64Array): number[] {
  const sums = members.map(() => 0);
  let counted = 0;
  for (let i = 0; i < truth.length; i++) {
    if (!Number.isFinite(truth[i]) || members.some(({ past }) => !Number.isFinite(past[i]))) continue;
    for (const [m, { past }] of members.entries()) sums[m]! += Math.abs(truth[i]! - past[i]!);
    counted++;
  }
  return sums.map((sum) => (counted === 0 ? Number.NaN : sum / counted));
}

/**
 * Weight of each member in the average, adding up to 1: its trust times the inverse of its error in the past to the fourth power; nothing for what errs
 * twice as much as the best. Where errors are unknown or the best has none, the trust alone decides between the best.
 *
 * @example memberWeights([1, 1, 9], [1, 1, 1]) // => [0.5, 0.5, 0]
 */
export function memberWeights(errors: readonly number[], trust: readonly number[]): number[] {
  const least = Math.min(...errors);
  const raw = errors.map((error, m) => {
    if (!(least > 0)) return Number.isNaN(least) || error === least ? trust[m]! : 0;
    return error > HOPELESS * least ? 0 : trust[m]! * (least / error) ** SHARPNESS;
  });
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}
