/**
 * Rows of one block of memory, all 0: thousands of arrays of their own would cost more to collect than to fill.
 *
 * @example pathRows(2, 3).map((row) => row.length) // => [3, 3]
 */
export function pathRows(count: number, length: number): Float64Array[] {
  const block = new Float64Array(count * length);
  return Array.from({ length: count }, (_, i) => block.subarray(i * length, (i + 1) * length));
}

/**
 * Paths with each value replaced, in one block of memory.
 *
 * @param value by the value, its period, and the number of its path
 * @example mappedPaths([Float64Array.of(1, 2)], (value, k) => value * k)[0].join() // => '0,2'
 */
export function mappedPaths(paths: readonly Float64Array[], value: (from: number, k: number, path: number) => number): Float64Array[] {
  const length = paths[0]?.length ?? 0;
  const rows = pathRows(paths.length, length);
  for (let i = 0; i < paths.length; i++) {
    const [from, to] = [paths[i]!, rows[i]!];
    for (let k = 0; k < length; k++) to[k] = value(from[k]!, k, i);
  }
  return rows;
}

/**
 * Values of one period over all paths, in ascending order.
 *
 * @param into room for one value a path, which is returned
 * @example sortedPeriod([Float64Array.of(5), Float64Array.of(4)], 0, new Float64Array(2)).join() // => '4,5'
 */
export function sortedPeriod(paths: readonly Float64Array[], k: number, into: Float64Array): Float64Array {
  for (let i = 0; i < paths.length; i++) into[i] = paths[i]![k]!;
  return into.sort();
}

/**
 * The highest value of a path.
 *
 * @example highestOf(Float64Array.of(1, 3, 2)) // => 3
 */
export function highestOf(path: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < path.length; k++) if (path[k]! > most) most = path[k]!;
  return most;
}
