import type { BenchRow } from './bench-row.ts';

/** What a bench is given. */
export interface BenchContext {
  /** Path of the k6 binary. */
  readonly k6: string;
  /** How often what is noisy is measured. */
  readonly runs: number;
  /** Takes a line of progress. */
  tell(line: string): void;
}

/** A limit that is measured. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  /** How long one run takes on two cores. */
  readonly minutes: number;
  run(context: BenchContext): Promise<BenchRow[]>;
}

/** Measures `context.runs` times, one after the other, and says each result. */
export async function repeated<T>(context: BenchContext, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let run = 1; run <= context.runs; run++) {
    const result = await measure();
    context.tell(`run ${run}: ${JSON.stringify(result)}`);
    results.push(result);
  }
  return results;
}
