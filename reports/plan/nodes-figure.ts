import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';
import type { Figure, Mark, Table } from '../charts/figure/figure.ts';
import { numberAxis } from '../charts/figure/number-axis.ts';
import { latencyAxis } from '../charts/figure/ticks.ts';
import { isCertain } from './plan-sentences.ts';

/** The budgeted percentile against the number of nodes, for a low, a middle and a high peak. */
export function nodesFigure(plan: PlanFile): Figure {
  const { curve, budget, needed, rejected } = plan;
  const name = `p${budget.percentile}`;
  const known = curve.flatMap((point) => [point.low, point.middle, point.high]).filter((value) => value !== null);
  const ceiling = Math.min(Math.max(...known), budget.limit * 2.5);
  // Room above the limit for what stands on it.
  const y = latencyAxis([...known.filter((value) => value <= ceiling), budget.limit * 1.1], `${name} of the response time`);
  const line = (label: string, width: number, of: 'low' | 'middle' | 'high', dash?: readonly number[]): Mark => ({
    kind: 'line',
    label,
    ink: 'series-1',
    width,
    ...(dash ? { dash } : {}),
    // Beyond the scale a line would be drawn across the title.
    points: curve.map((point) => [point.nodes, point[of] !== null && point[of] <= y.max ? point[of] : null]),
  });
  const nodes = curve.map((point) => point.nodes);
  const certain = isCertain(plan);
  return {
    name: 'latency-against-nodes',
    subtitle: `${name} by number of nodes${certain ? ' at the peak' : ' at the P10, P50 and P95 peak'}; a line begins where the nodes keep up; shaded: rejected`,
    alt: rejected?.sentence ?? `One node keeps the budget.`,
    startedAt: 0,
    x: numberAxis(nodes, 'nodes', 'count'),
    panels: [
      {
        title: `${name} against nodes`,
        height: 260,
        y,
        labelled: true,
        marks: [
          { kind: 'span', ink: 'breach', from: Math.min(...nodes), to: needed.nodes - 0.5 },
          ...(certain
            ? [line('at the peak', 2, 'high')]
            : [line('P95 peak', 2, 'high'), line('P50 peak', 1.5, 'middle', [5, 3]), line('P10 peak', 1, 'low', [2, 2])]),
          { kind: 'limit', label: `≤ ${sayTime(budget.limit)}`, y: budget.limit },
          { kind: 'note', text: `${sayCount(needed.nodes)} for the peak`, x: needed.nodes, y: budget.limit, anchor: 'above' },
        ],
      },
    ],
    phases: [],
    levels: [],
    table: tableOf(plan, name),
  };
}

function tableOf(plan: PlanFile, name: string): Table {
  return {
    caption: `${name} by number of nodes`,
    header: ['nodes', 'P10 peak', 'P50 peak', 'P95 peak', 'budget holds with'],
    rows: plan.curve.map((one) => [
      sayCount(one.nodes),
      sayTime(one.low),
      sayTime(one.middle),
      sayTime(one.high),
      sayShare(one.probability),
    ]),
  };
}
