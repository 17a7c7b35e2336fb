/**
 * PASS, WARN (a pass close to its limit), FAIL, INCONCLUSIVE (too few samples or noise larger than the margin),
 * INVALID (the generator, not the target, was the limit, or the target was not the one named).
 */
export const VERDICTS = ['PASS', 'WARN', 'FAIL', 'INCONCLUSIVE', 'INVALID'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

/** `target-collapsed`: a symptom of the generator that the target caused, so that it does not make the run INVALID. */
export type Because =
  | 'too-few-samples'
  | 'interval-crosses-limit'
  | 'near-limit'
  | 'not-measured'
  | 'few-beyond-percentile'
  | 'target-collapsed';

/** One judged statement, as data; words are made in `reports/`. */
export interface CriterionResult {
  /** Path of the rule, for example `budgets.pay.p95`. */
  readonly id: string;
  readonly kind: 'latency' | 'errors' | 'queue' | 'invariant' | 'validity';
  /** Step, lane or part the statement is about. */
  readonly subject: string;
  /** For example `p95`, `errorShare`, `kendallTau`. */
  readonly statistic: string;
  /** null when nothing was measured: never a pass. */
  readonly value: number | null;
  readonly operator: '<=' | '>=' | '==';
  readonly limit: number;
  readonly unit: 'ms' | 'share' | 'count' | 'ratio' | 'KRW';
  /** Room to the limit as a share of it: positive inside, negative outside; null without a value. */
  readonly margin: number | null;
  readonly samples: number;
  readonly interval: Interval | null;
  readonly verdict: Verdict;
  /** Why the verdict is not simply value against limit, as a code; absent otherwise. */
  readonly because?: Because;
  /** Shown, but without a vote: the profile cannot supply enough samples for this statement, or there was nothing to look at. */
  readonly advisory?: true;
}

/** `verdict.json` */
export interface VerdictFile {
  readonly schema: 'surgeproof/verdict';
  readonly version: 1;
  readonly verdict: Verdict;
  /** Sentences, the most important first. */
  readonly reasons: readonly string[];
  readonly criteria: readonly CriterionResult[];
  readonly invariants: readonly CriterionResult[];
  readonly validity: readonly CriterionResult[];
}
