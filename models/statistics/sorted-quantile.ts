import { Refusal } from '../refusal.ts';

/**
 * Quantile of values sorted upwards: the smallest with at least the share p at or below it (nearest rank, R's type 1).
 * @example sortedQuantile([1, 2, 3, 4], 0.5) // => 2
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new Refusal('out-of-range', 'values: must not be empty to have a quantile');
  const rank = Math.ceil(p * sorted.length - 1e-9);
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))]!;
}
