import type { FoldedRun, PackedCells } from '../../measurement/folded-run.ts';
import { isTimed, judgedSeries, perSecond } from '../../measurement/judged-samples.ts';

/** What a run says about one step, over the phases that count. */
export interface StepEvidence {
  readonly step: string;
  /** *Response* times of answers as expected and of time-outs, per second. */
  readonly seconds: ReadonlyMap<number, PackedCells>;
  readonly attempts: number;
  /** Attempts that ended in any outcome but `ok`. */
  readonly errors: number;
  /** Attempts the profile was expected to make; 0 for a step that only some people come to. */
  readonly planned: number;
}

/** A statement that needs more samples than this many times fewer than planned is not asked of a profile: chance alone may miss it. */
const PLAN_MARGIN = 2;
/** With ten attempts expected, none at all happens once in 22,000 runs. */
const SURE_TO_HAPPEN = 10;

/** Collects the evidence on a step. */
export function stepEvidence(folded: FoldedRun, step: string, planned: number): StepEvidence {
  const series = judgedSeries(folded, step);
  const count = (which: typeof series): number => which.reduce((sum, one) => sum + one.count, 0);
  return {
    step,
    seconds: perSecond(series.filter(({ outcome }) => isTimed(outcome))),
    attempts: count(series),
    errors: count(series.filter(({ outcome }) => outcome !== 'ok')),
    planned,
  };
}

/** Whether a profile was never going to supply `needed` samples. */
export const isOutOfReach = (planned: number, needed: number): boolean => planned < PLAN_MARGIN * needed;

/** Whether a profile may by chance have made no attempt at all. */
export const mayBeAbsent = (planned: number): boolean => planned < SURE_TO_HAPPEN;
