import type { VerdictFile } from '../../models/results/verdict.ts';
import type { ExitCode } from '../../scripts/errors/exit-code.ts';

/** What a person gets in the end: a verdict, or a sentence that refuses to give one. */
export interface Outcome {
  readonly verdict: VerdictFile['verdict'] | 'refused';
  readonly exit: ExitCode;
  /** The headline of the verdict, or the sentence. */
  readonly headline: string;
  /** The whole verdict, to see what is wrong with a row; null when there is none. */
  readonly file: VerdictFile | null;
}

/** One situation of the table. `README.md` says how to add one. */
export interface Row {
  /** How the run was broken, or what is unusual about it and still well. Names the row: no two rows have the same. */
  readonly what: string;
  /** Breaks a run in one of the three ways and judges it. */
  readonly break: () => Promise<Outcome>;
  /** `headline`: its first words, or a pattern. A list of verdicts where the semantics leave it open; exit codes follow. */
  readonly expect: { readonly verdict: Outcome['verdict']; readonly exit: ExitCode; readonly headline: string | RegExp };
  /** A clean run just inside a limit. */
  readonly twin?: true;
}
