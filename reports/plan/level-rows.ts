import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';

/** Heads of the nodes by confidence, as page and terminal show them. */
export const levelHeader = ({ budget }: PlanFile): string[] => {
  return ['confidence', 'nodes', 'peak, /s', 'utilisation', 'p50', `p${budget.percentile}`, 'budget holds'];
};

/** Their rows, one a confidence. */
export const levelRows = ({ levels }: PlanFile): string[][] =>
  levels.map((one) => [
    sayShare(one.confidence),
    sayCount(one.nodes),
    sayCount(one.peakRate),
    sayShare(one.utilisation),
    sayTime(one.p50),
    sayTime(one.budgeted),
    sayShare(one.probability),
  ]);
