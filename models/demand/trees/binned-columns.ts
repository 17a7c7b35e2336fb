/** Most bins a feature has; the first one is for missing values. */
export const BINS = 64;

/** Features of all rows, each as a number of a bin: 0 missing, then ascending. */
export interface BinnedColumns {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
}

/**
 * Sorts each feature into at most 63 bins of about equal counts, or one bin a value where there are few. Future rows are binned
 * together with the past ones; what they hold of the target is nothing.
 *
 * @example binnedColumns([Float64Array.of(5, NaN, 7)]).bins[0].join() // => '1,0,2'
 */
export function binnedColumns(columns: readonly Float64Array[]): BinnedColumns {
  return { rows: columns[0]?.length ?? 0, bins: columns.map(binned) };
}

function binned(column: Float64Array): Uint8Array {
  const edges = upperEdges(column.filter(Number.isFinite).sort());
  return Uint8Array.from(column, (value) => (Number.isFinite(value) ? binOf(edges, value) : 0));
}

/** The largest value of each bin but the last. */
function upperEdges(sorted: Float64Array): number[] {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length < BINS) return [...distinct.subarray(0, -1)];
  const edges: number[] = [];
  for (let i = 1; i < BINS - 1; i++) {
    const edge = sorted[Math.floor((i * sorted.length) / (BINS - 1))]!;
    if (edge !== edges.at(-1)) edges.push(edge);
  }
  return edges;
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}
