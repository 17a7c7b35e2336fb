/** Most bins a feature has; the first one is for missing values. */
const MOST_BINS = 64;

/**
 * Features of all rows, each as a number of a bin: 0 missing, then ascending. Row after row, as one row is counted into the histograms of all features; a cell
 * is the place of its bin among those of all features.
 */
export interface BinnedColumns {
  readonly rows: number;
  readonly features: number;
  /** The bins of feature f are the cells from starts[f] to starts[f + 1]. */
  readonly starts: Int32Array;
  readonly cells: Uint16Array;
}

/**
 * Sorts each feature into at most 63 bins of about equal counts, or one bin a value where there are few. Future rows are binned
 * together with the past ones; what they hold of the target is nothing.
 *
 * @param columns at most 1,024
 * @example binnedColumns([Float64Array.of(5, NaN, 7)]).cells.join() // => '1,0,2'
 */
export function binnedColumns(columns: readonly Float64Array[]): BinnedColumns {
  const [rows, features] = [columns[0]?.length ?? 0, columns.length];
  const cells = new Uint16Array(rows * features);
  const starts = new Int32Array(features + 1);
  columns.forEach((column, feature) => {
    const start = starts[feature]!;
    const edges = upperEdges(knownOf(column).sort());
    for (let row = 0, cell = feature; row < rows; row++, cell += features) {
      const value = column[row]!;
      cells[cell] = start + (Number.isFinite(value) ? binOf(edges, value) : 0);
    }
    starts[feature + 1] = start + edges.length + 2;
  });
  return { rows, features, starts, cells };
}

function knownOf(column: Float64Array): Float64Array {
  const known = new Float64Array(column.length);
  let count = 0;
  for (let i = 0; i < column.length; i++) if (Number.isFinite(column[i])) known[count++] = column[i]!;
  return known.subarray(0, count);
}

/** The largest value of each bin but the last. */
function upperEdges(sorted: Float64Array): Float64Array {
  const distinct: number[] = [];
  for (let i = 0; i < sorted.length && distinct.length < MOST_BINS; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) distinct.push(sorted[i]!);
  if (distinct.length < MOST_BINS) return Float64Array.from(distinct.slice(0, -1));
  const edges: number[] = [];
  for (let i = 1; i < MOST_BINS - 1; i++) {
    const edge = sorted[Math.floor((i * sorted.length) / (MOST_BINS - 1))]!;
    if (edge !== edges.at(-1)) edges.push(edge);
  }
  return Float64Array.from(edges);
}

function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}
