import type { PlanFile } from '../../models/results/plan.ts';
import { duration } from '../format/duration.ts';
import { percent, whole } from '../format/number.ts';

/** Heads of the nodes by confidence, as page and terminal show them. */
export const levelHeader = ({ budget }: PlanFile): string[] => {
  return ['confidence', 'nodes', 'peak, /s', 'utilisation', 'p50', `p${budget.percentile}`, 'budget holds'];
};

/** Their rows, one a confidence. */
export const levelRows = ({ levels }: PlanFile): string[][] =>
  levels.map((one) => [
    percent(one.confidence),
    whole(one.nodes),
    whole(one.peakRate),
    percent(one.utilisation),
    duration(one.p50),
    duration(one.budgeted),
    percent(one.probability),
  ]);
