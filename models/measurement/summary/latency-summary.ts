import type { LatencySummary } from '../../results/run.ts';
import type { PackedCells } from '../folded-run.ts';
import { countPacked, meanPacked, quantilePacked } from '../packed-cells.ts';

/**
 * The usual figures of a histogram, in milliseconds, within 0.4 %. A percentile is null where not even one sample is expected
 * beyond it (p99 of fewer than 100 samples): it would only repeat the largest value.
 *
 * @example latencySummary(Uint32Array.of(1280, 3)).p50 // => 1.00390625
 * @example latencySummary(Uint32Array.of(1280, 3)).p99 // => null
 */
export function latencySummary(cells: PackedCells): LatencySummary {
  const count = countPacked(cells);
  const percentile = (q: number, fewest: number): number | null => (count < fewest ? null : quantilePacked(cells, q));
  return {
    count,
    mean: meanPacked(cells),
    p50: percentile(0.5, 2),
    p90: percentile(0.9, 10),
    p95: percentile(0.95, 20),
    p99: percentile(0.99, 100),
    p999: percentile(0.999, 1_000),
    max: quantilePacked(cells, 1),
  };
}
