import { bucketOf } from '../workload/log/histogram.ts';
import type { PackedCells } from './folded-run.ts';
import { quantilePacked, sumPacked } from './packed-cells.ts';

type BySecond = ReadonlyMap<number, PackedCells>;

/**
 * Response times by second with those unfinished requests that have become slower than a quantile of the others. What an unfinished
 * request would have taken is not known, only that it is at least as long: where it lies below the quantile it says nothing, and to count
 * it would make the quantile smaller. So the quantile of what is returned is never below that of the answered requests.
 *
 * @param unfinished times so far, by second
 * @param q quantile, 0 to 1
 */
export function atLeastAsSlow(answered: BySecond, unfinished: BySecond, q: number): BySecond {
  if (unfinished.size === 0) return answered;
  const quantile = quantilePacked(sumPacked(answered.values()), q);
  const from = quantile === null ? 0 : bucketOf(quantile);
  const slower = [...unfinished].map(([second, cells]) => [second, cellsFrom(cells, from)] as const);
  const seconds = new Map<number, readonly PackedCells[]>([...answered].map(([second, cells]) => [second, [cells]]));
  for (const [second, cells] of slower) if (cells.length > 0) seconds.set(second, [...(seconds.get(second) ?? []), cells]);
  return new Map([...seconds].sort(([a], [b]) => a - b).map(([second, list]) => [second, sumPacked(list)]));
}

/** The cells from a bucket on. */
function cellsFrom(cells: PackedCells, from: number): PackedCells {
  let at = 0;
  while (at < cells.length && cells[at]! < from) at += 2;
  return cells.subarray(at);
}
