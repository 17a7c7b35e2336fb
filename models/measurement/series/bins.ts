import type { PackedCells } from '../folded-run.ts';
import { sumPacked } from '../packed-cells.ts';

/** Widths a reader can count in, seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800] as const;

/**
 * The smallest round bin width that cuts a run into at most `most` bins.
 *
 * @example binWidth(300, 200) // => 2
 */
export function binWidth(seconds: number, most: number): number {
  return WIDTHS.find((width) => seconds / width <= most) ?? Math.ceil(seconds / most);
}

/**
 * Beginnings of the bins of a run.
 *
 * @example binStarts(5, 2) // => [0, 2, 4]
 */
export function binStarts(seconds: number, width: number): number[] {
  return Array.from({ length: Math.ceil(seconds / width) }, (_, bin) => bin * width);
}

/** Histograms per second, added up by bin; bins without samples are empty histograms. */
export function binCells(perSecond: ReadonlyMap<number, PackedCells>, seconds: number, width: number): PackedCells[] {
  const lists: PackedCells[][] = binStarts(seconds, width).map(() => []);
  for (const [second, cells] of perSecond) lists[Math.floor(second / width)]!.push(cells);
  return lists.map(sumPacked);
}

/**
 * Mean per second of each bin; the last bin may be shorter.
 *
 * @example binMeans(Float64Array.of(1, 3, 5), 2) // => [2, 5]
 */
export function binMeans(values: Float64Array, width: number): number[] {
  return binStarts(values.length, width).map((start) => {
    const part = values.subarray(start, start + width);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
