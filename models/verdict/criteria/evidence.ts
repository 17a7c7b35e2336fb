import type { PackedCells, Series } from '../../measurement/folded-run.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { Decision } from '../decision/decide.ts';

/** What a run says about one step or journey, over the phases that count. */
export interface Evidence {
  /** Beginning of the identifiers of its criteria: `budgets.pay`. */
  readonly id: string;
  readonly kind: CriterionResult['kind'];
  readonly subject: string;
  readonly title: string;
  /** Samples that count as latency, *response* clock. */
  readonly timed: readonly Series[];
  /** The same, per second. */
  readonly seconds: ReadonlyMap<number, PackedCells>;
  /** Length of the run, seconds. */
  readonly runSeconds: number;
  /** Samples the run could be expected to have. */
  readonly planned: number;
  /** Nothing is missing when there are none at all. */
  readonly mayBeAbsent: boolean;
}

/** A criterion that needs more than half of the samples a run can have is not demanded of it: chance alone may miss that number. */
const PLAN_MARGIN = 2;

/**
 * Whether a criterion that could not be judged is only shown: its value keeps the limit, and the run was never going to have `needed`
 * samples. A value beyond its limit always counts.
 */
export function isAdvisory({ verdict, because }: Decision, holds: boolean, { planned, mayBeAbsent }: Evidence, needed: number): boolean {
  if (verdict !== 'INCONCLUSIVE') return false;
  if (because === 'not-measured') return mayBeAbsent;
  return holds && because !== 'interval-crosses-limit' && planned < PLAN_MARGIN * needed;
}
