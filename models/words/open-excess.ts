import type { CriterionResult } from '../results/verdict.ts';

/** A value beyond its limit with too few samples to be a failure: it decides nothing, but no one may read it as kept. */
export function isOpenExcess({ advisory, verdict, margin }: CriterionResult): boolean {
  return advisory === true && verdict === 'INCONCLUSIVE' && margin !== null && margin < 0;
}
