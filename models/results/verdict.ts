/**
 * PASS, WARN (a pass close to its limit), FAIL, INCONCLUSIVE (too few samples or noise larger than the margin),
 * INVALID (the generator, not the target, was the limit, or the target was not the one named).
 */
export const VERDICTS = ['PASS', 'WARN', 'FAIL', 'INCONCLUSIVE', 'INVALID'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The worst first: the order in which results are listed. */
export const WORST_FIRST: readonly Verdict[] = ['INVALID', 'FAIL', 'INCONCLUSIVE', 'WARN', 'PASS'];

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

/**
 * `unfinished`: the run ended before it could show what becomes of these people. `target-collapsed`: a symptom of the generator that does
 * not explain how the target failed, so that it does not make the run INVALID. `journal-incomplete`: an invariant that holds only against
 * everything people asked for, which a broken log does not tell. `records-missing`: one whose records, or what the surge notes, do not suffice.
 */
export type Because =
  | 'too-few-samples'
  | 'interval-crosses-limit'
  | 'near-limit'
  | 'not-measured'
  | 'few-beyond-percentile'
  | 'target-collapsed'
  | 'unfinished'
  | 'journal-incomplete'
  | 'records-missing';

/** One judged statement, as data; its sentence is made in `models/verdict/words/`. */
export interface CriterionResult {
  /** Path of the rule, for example `budgets.pay.p95`; `defaults.pay.errorShare` where a step has no budget. */
  readonly id: string;
  readonly kind: 'latency' | 'errors' | 'journey' | 'people' | 'queue' | 'recovery' | 'invariant' | 'idempotency' | 'validity';
  /** Step, lane or part the statement is about. */
  readonly subject: string;
  /** The subject in words, as the surge file titles it: 'Register a card'. */
  readonly title: string;
  /** For example `p95`, `errorShare`, `kendallTau`. */
  readonly statistic: string;
  /** null when nothing was measured: never a pass. */
  readonly value: number | null;
  readonly operator: '<=' | '>=' | '==';
  readonly limit: number;
  readonly unit: 'ms' | 'share' | 'count' | 'ratio';
  /** Room to the limit as a share of it: positive inside, negative outside; null without a value. */
  readonly margin: number | null;
  readonly samples: number;
  /** Where in the run it was found, seconds since the start; absent for what is about the whole run. */
  readonly second?: number;
  readonly interval: Interval | null;
  readonly verdict: Verdict;
  /** Why the verdict is not simply value against limit, as a code; absent otherwise. */
  readonly because?: Because;
  /** Shown, but it does not decide the verdict: the run cannot supply enough samples for it, or there was nothing to look at. */
  readonly advisory?: true;
}

/** `verdict.json` */
export interface VerdictFile {
  readonly schema: 'surgeproof/verdict';
  readonly version: 2;
  readonly verdict: Verdict;
  /** One whole sentence with numbers, without the word of the verdict. May quote the target and is untrusted, like the findings. */
  readonly headline: string;
  /** Further whole sentences, the most important first. */
  readonly findings: readonly string[];
  /** What to do next, in whole sentences; null when there is nothing to do. */
  readonly advice: string | null;
  readonly criteria: readonly CriterionResult[];
  readonly invariants: readonly CriterionResult[];
  readonly validity: readonly CriterionResult[];
}
