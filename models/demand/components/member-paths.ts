/** Forecasts of one method: from many past origins, fitted without the days after each, and from the last day on. All logarithms. */
export interface MemberPaths {
  readonly name: string;
  /** Row i holds the horizon after origin i; NaN where the method had too little to go by. */
  readonly past: Float64Array;
  readonly future: Float64Array;
  /** Factor on the weight it earns: more for a method that has already heard the others. Nothing for 1. */
  readonly trust?: number;
}
