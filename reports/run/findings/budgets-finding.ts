import type { CriterionResult } from '../../../models/results/verdict.ts';
import { plural } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';
import { criterionName } from '../words/criterion-name.ts';
import { byUrgency } from '../words/criterion-row.ts';

/** How many criteria held and which came closest, as one sentence without its full stop. */
export function budgetsFinding(all: readonly CriterionResult[]): string {
  const criteria = all.filter((one) => one.advisory !== true);
  if (criteria.length === 0) return 'No limit was judged';
  const count = (verdict: CriterionResult['verdict']): number => criteria.filter((one) => one.verdict === verdict).length;
  const [failed, unclear] = [count('FAIL'), count('INCONCLUSIVE') + count('INVALID')];
  const unsure = unclear > 0 ? `; ${unclear} could not be judged` : '';
  if (failed > 0) {
    const worst = byUrgency(criteria.filter((one) => one.verdict === 'FAIL'))[0];
    return `${failed} of ${plural(criteria.length, 'limit was', 'limits were')} broken${worst ? `: ${failed > 1 ? 'the furthest is ' : ''}${criterionName(worst)}` : ''}${unsure}`;
  }
  if (unclear === criteria.length) return `None of ${plural(criteria.length, 'limit', 'limits')} could be judged`;
  // A correlation at 0.999 of 1 is always near its limit: only latencies and errors can be close.
  const comparable = criteria.filter(({ kind, margin }) => (kind === 'latency' || kind === 'errors') && margin !== null);
  const tightest = comparable.sort((a, b) => (a.margin ?? 0) - (b.margin ?? 0))[0];
  const closest = tightest ? `; ${criterionName(tightest)} came closest, with ${sayShare(tightest.margin)} of its limit left` : '';
  return `No limit was broken${closest}${unsure}`;
}
