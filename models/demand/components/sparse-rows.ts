/** A matrix that is mostly zero, row after row. Row r holds the entries from starts[r] to starts[r + 1]. */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** Collects rows whose columns are known by name; a name gets its number when it is first used. */
export interface RowBuilder {
  /** Adds an entry to the row being built. */
  add(name: string, value: number): void;
  endRow(): void;
  build(): { readonly matrix: SparseRows; readonly names: readonly string[] };
}

/** Starts a matrix without rows. */
export function rowBuilder(): RowBuilder {
  const numberOf = new Map<string, number>();
  const starts = [0];
  const column: number[] = [];
  const value: number[] = [];
  return {
    add(name, entry) {
      if (entry === 0) return;
      let at = numberOf.get(name);
      if (at === undefined) {
        at = numberOf.size;
        numberOf.set(name, at);
      }
      column.push(at);
      value.push(entry);
    },
    endRow: () => void starts.push(column.length),
    build: () => ({
      matrix: {
        rows: starts.length - 1,
        columns: numberOf.size,
        starts: Int32Array.from(starts),
        column: Int32Array.from(column),
        value: Float64Array.from(value),
      },
      names: [...numberOf.keys()],
    }),
  };
}

/** Row r times the coefficients. */
export function rowTimes({ starts, column, value }: SparseRows, row: number, coefficients: ArrayLike<number>): number {
  let sum = 0;
  for (let i = starts[row]!; i < starts[row + 1]!; i++) sum += value[i]! * coefficients[column[i]!]!;
  return sum;
}
