import type { PlanFile } from '../../models/results/plan/plan.ts';
import type { Figure } from '../charts/figure/figure.ts';
import { demandFigure } from './demand-figure.ts';
import { drainFigure } from './drain-figure.ts';
import { driversFigure } from './drivers-figure.ts';
import { fitFigure } from './fit-figure.ts';
import { nodesFigure } from './nodes-figure.ts';
import { regretFigure } from './prices/regret-figure.ts';
import { scheduleFigure } from './schedule/schedule-figure.ts';

/** The charts of a plan in reading order; those without data are left out. */
export function planFigures(plan: PlanFile): Figure[] {
  const figures = [
    nodesFigure(plan),
    demandFigure(plan),
    scheduleFigure(plan),
    regretFigure(plan),
    driversFigure(plan),
    fitFigure(plan),
    drainFigure(plan),
  ];
  return figures.filter((figure) => figure !== null);
}
