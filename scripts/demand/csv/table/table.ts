/** A row of a file, and the line on which it ends, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as text. */
export interface Table {
  readonly file: string;
  readonly delimiter: string;
  /** Names of the columns; `column 1` and so on where the file has none. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Lines that begin with `#`, without it. */
  readonly comments: readonly string[];
  /** What was not read, as parts of a sentence. */
  readonly leftOut: readonly string[];
}
