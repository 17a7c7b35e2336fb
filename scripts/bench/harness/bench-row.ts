/** One line of the table of measured limits. */
export interface BenchRow {
  /** What was measured, under which conditions. */
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** Beside a baseline of the same run on the same machine. */
  readonly ratio?: string;
  readonly pass: boolean;
}
