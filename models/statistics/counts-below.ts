/** Counts at indices from 0, added up from below. */
export interface Counts {
  add(index: number): void;
  /** What was added at indices below `index`. */
  below(index: number): number;
}

/**
 * A Fenwick tree: both functions take O(log n).
 *
 * Source: P. M. Fenwick, A new data structure for cumulative frequency tables, Software: Practice and Experience 24 (1994).
 */
export function createCounts(size: number): Counts {
  const tree = new Float64Array(size + 1);
  return {
    add(index) {
      for (let at = index + 1; at <= size; at += at & -at) tree[at]!++;
    },
    below(index) {
      let sum = 0;
      for (let at = index; at > 0; at -= at & -at) sum += tree[at]!;
      return sum;
    },
  };
}

/**
 * Index of the first value of an ascending list that is not below `value`; with `beyond`, of the first above it.
 *
 * @example lowerBound(Float64Array.of(1, 2, 2, 3), 2) // => 1
 * @example lowerBound(Float64Array.of(1, 2, 2, 3), 2, true) // => 3
 */
export function lowerBound(sorted: Float64Array, value: number, beyond = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (beyond && sorted[middle]! === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
