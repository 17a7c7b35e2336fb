import type { PackedCells } from '../../measurement/folded-run.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { Decision } from '../decision/decide.ts';

/** What a run says about one step or journey, over the phases that count. */
export interface Evidence {
  /** Beginning of the identifiers of its criteria: `budgets.pay`. */
  readonly id: string;
  readonly kind: CriterionResult['kind'];
  readonly subject: string;
  readonly title: string;
  /** *Response* times that count as latency, per second. */
  readonly seconds: ReadonlyMap<number, PackedCells>;
  /** Samples the run could be expected to have. */
  readonly planned: number;
  /** Nothing is missing when there are none at all. */
  readonly mayBeAbsent: boolean;
}

/** A criterion that needs more than half of the samples a run can have is not demanded of it: chance alone may miss that number. */
const PLAN_MARGIN = 2;

/** Whether a criterion that could not be judged is only shown: the run was never going to have `needed` samples. */
export function isAdvisory({ verdict, because }: Decision, { planned, mayBeAbsent }: Evidence, needed: number): boolean {
  if (verdict !== 'INCONCLUSIVE') return false;
  if (because === 'not-measured') return mayBeAbsent;
  return because !== 'interval-crosses-limit' && planned < PLAN_MARGIN * needed;
}
