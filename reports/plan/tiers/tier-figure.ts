import type { PlanTierCurve, ServicePlanFile } from '../../../models/results/plan/service-plan.ts';
import { sayCount } from '../../../models/words/count.ts';
import type { Figure, Mark } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { estimate } from '../../format/number.ts';
import { levelName } from '../level-name.ts';
import { curveSentence } from './tier-words.ts';

/** What each number of nodes of a tier carries, the others as now, against the peak: a figure a tier. */
export const tierFigures = (plan: ServicePlanFile): Figure[] => plan.curves.map((curve, i) => tierFigure(plan, curve, `tier-${i + 1}`));

function tierFigure({ peakRate, counted, confidence }: ServicePlanFile, curve: PlanTierCurve, name: string): Figure {
  const counts = curve.points.map(({ nodes }) => nodes);
  const ends = [Math.min(...counts), Math.max(...counts)] as const;
  const highest = Math.max(peakRate, ...curve.points.map(({ carried }) => carried));
  const end = curve.points.find(({ nodes }) => nodes === curve.enough);
  const enough: Mark[] =
    end === undefined ? [] : [{ kind: 'note', text: `${sayCount(end.nodes)} are enough`, x: end.nodes, y: end.carried, anchor: 'above' }];
  const level = `${levelName(confidence)} peak`;
  return {
    name,
    subtitle: `Rate within all budgets by number of ${curve.tier} nodes, the other tiers as they are now`,
    alt: curveSentence(curve),
    startedAt: 0,
    x: numberAxis([...ends], `${curve.tier} nodes`, 'count'),
    panels: [
      {
        title: `what ${curve.tier} nodes buy`,
        height: 180,
        y: amountAxis(highest * 1.1, `${counted} per second`, 'rate'),
        labelled: true,
        marks: [
          { kind: 'line', label: level, ink: 'ink', width: 1, dash: [4, 3], points: ends.map((nodes) => [nodes, peakRate] as const) },
          { kind: 'line', label: 'carried', ink: 'series-1', width: 2, points: curve.points.map(({ nodes, carried }) => [nodes, carried]) },
          ...enough,
        ],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: `What ${curve.tier} nodes buy, ${counted} per second`,
      header: ['nodes', 'carried'],
      rows: curve.points.map(({ nodes, carried }) => [sayCount(nodes), estimate(carried)]),
    },
  };
}
