import type { Cells } from './measurement-log.ts';

/*
 * Log-linear histogram of times in milliseconds: 128 cells an octave from 2^-10 ms (1 µs) to 2^24 ms (4.7 h).
 * A cell is the top 19 bits of a float64 (exponent and 7 bits of mantissa), so that finding it costs one store and one
 * shift, which matters in k6's interpreter, where a logarithm and a map would cost several times more.
 * A cell [2^e·(1 + m/128), 2^e·(1 + (m+1)/128)) answers with its middle: at most 1/256 = 0.39 % away from any value in it.
 * Times outside the range, zero and negative ones among them, fall into the first or the last cell.
 */
const LOWEST_OCTAVE = -10;
const OCTAVES = 34;
const CELLS_PER_OCTAVE = 128;
const MANTISSA_SHIFT = 13;
const FIRST_CELL = (1023 + LOWEST_OCTAVE) * CELLS_PER_OCTAVE;
const LOWEST = 2 ** LOWEST_OCTAVE;

/** Number of cells; bucket indices are 0 … BUCKET_COUNT − 1. */
export const BUCKET_COUNT = OCTAVES * CELLS_PER_OCTAVE;

const asFloat = new Float64Array(1);
// Little-endian, as on every platform k6 and Node are released for: word 1 holds sign, exponent and high mantissa.
const asWords = new Uint32Array(asFloat.buffer);

/** Counts by bucket. */
export type Histogram = ReadonlyMap<number, number>;

/** Pairs [bucket, count], buckets ascending. */
export type SortedCells = readonly (readonly [bucket: number, count: number])[];

/**
 * The cell a time in milliseconds falls into. Not-a-number falls into the last one, where it is seen.
 *
 * @example bucketOf(1) // => 1280
 * @example bucketOf(0) // => 0
 */
export function bucketOf(ms: number): number {
  if (ms < LOWEST) return 0;
  asFloat[0] = ms;
  const bucket = (asWords[1]! >>> MANTISSA_SHIFT) - FIRST_CELL;
  return bucket < BUCKET_COUNT ? bucket : BUCKET_COUNT - 1;
}

/**
 * The middle of a cell, in milliseconds.
 *
 * @example bucketMid(1280) // => 1.00390625
 */
export function bucketMid(bucket: number): number {
  const octave = Math.floor(bucket / CELLS_PER_OCTAVE);
  const mantissa = bucket % CELLS_PER_OCTAVE;
  return 2 ** (octave + LOWEST_OCTAVE) * (1 + (mantissa + 0.5) / CELLS_PER_OCTAVE);
}

/**
 * Pairs [bucket, count] of the flat, delta-coded form.
 *
 * @example decodeCells([1280, 3, 5, 1]) // => [[1280, 3], [1285, 1]]
 */
export function decodeCells(cells: Cells): [bucket: number, count: number][] {
  const pairs: [number, number][] = [];
  let bucket = 0;
  for (let i = 0; i + 1 < cells.length; i += 2) {
    bucket += cells[i]!;
    pairs.push([bucket, cells[i + 1]!]);
  }
  return pairs;
}

/**
 * The flat, delta-coded form that the measurement log carries.
 *
 * @example encodeCells(new Map([[1285, 1], [1280, 3]])) // => [1280, 3, 5, 1]
 */
export function encodeCells(histogram: Histogram): Cells {
  let previous = 0;
  return sortedCells(histogram).flatMap(([bucket, count]) => {
    const delta = bucket - previous;
    previous = bucket;
    return [delta, count];
  });
}

/** Adds cells to a histogram in place: merging is exact and the order does not matter. */
export function mergeCells(into: Map<number, number>, cells: Cells): void {
  let bucket = 0;
  for (let i = 0; i + 1 < cells.length; i += 2) {
    bucket += cells[i]!;
    into.set(bucket, (into.get(bucket) ?? 0) + cells[i + 1]!);
  }
}

/** The cells of a histogram in ascending order: sort once when several quantiles are asked for. */
export function sortedCells(histogram: Histogram): SortedCells {
  return [...histogram].sort(([a], [b]) => a - b);
}

/** How many times were recorded. */
export function countOf(histogram: Histogram): number {
  let count = 0;
  for (const cell of histogram.values()) count += cell;
  return count;
}

/** Mean time in milliseconds, within 0.4 %; null of an empty histogram. */
export function meanOf(histogram: Histogram): number | null {
  let sum = 0;
  for (const [bucket, count] of histogram) sum += bucketMid(bucket) * count;
  return sum > 0 ? sum / countOf(histogram) : null;
}

/** Longest time in milliseconds, within 0.4 %; null of an empty histogram. */
export function maxOf(histogram: Histogram): number | null {
  return quantile(histogram, 1);
}

/**
 * The time below or at which a share `q` of all recorded times lies, in milliseconds, within 0.4 %; null when nothing was recorded.
 * Definition: nearest rank, the ⌈q·n⌉-th smallest (R's type 1). Takes a histogram, or its cells sorted by bucket.
 *
 * @example quantile([[1280, 3], [1285, 1]], 0.5) // => 1.00390625
 */
export function quantile(cells: Histogram | SortedCells, q: number): number | null {
  const sorted = cells instanceof Map ? sortedCells(cells) : [...cells];
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(q * total));
  let below = 0;
  const cell = sorted.find(([, count]) => {
    below += count;
    return below >= rank;
  });
  return bucketMid((cell ?? sorted[sorted.length - 1]!)[0]);
}
