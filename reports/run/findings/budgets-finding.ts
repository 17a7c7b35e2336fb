import type { CriterionResult } from '../../../models/results/verdict.ts';
import { criterionName } from '../words/criterion-name.ts';

/** How many budgets held and which came closest, as one sentence without its full stop. */
export function budgetsFinding(all: readonly CriterionResult[]): string {
  const criteria = all.filter((one) => one.advisory !== true);
  if (criteria.length === 0) return 'No budget was judged';
  const count = (verdict: CriterionResult['verdict']): number => criteria.filter((one) => one.verdict === verdict).length;
  const [failed, unclear] = [count('FAIL'), count('INCONCLUSIVE') + count('INVALID')];
  // A gate at 0.999 of 1 is always near its limit: of the criteria that hold, only latencies and errors can be close.
  const comparable =
    failed > 0
      ? criteria.filter((one) => one.verdict === 'FAIL')
      : criteria.filter((one) => one.kind === 'latency' || one.kind === 'errors');
  const tightest = comparable.filter((one) => one.margin !== null).sort((a, b) => (a.margin ?? 0) - (b.margin ?? 0))[0];
  const unsure = unclear > 0 ? `; ${unclear} could not be judged` : '';
  if (failed > 0)
    return `${failed} of ${criteria.length} budgets ${failed === 1 ? 'was' : 'were'} broken${tightest ? `, ${criterionName(tightest)} the furthest` : ''}${unsure}`;
  if (unclear === criteria.length) return `None of ${criteria.length} budgets could be judged`;
  return `No budget was broken${tightest ? `; ${criterionName(tightest)} came closest` : ''}${unsure}`;
}
