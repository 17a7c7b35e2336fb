import type { PlanFile } from '../../../models/results/plan/plan.ts';
import type { PlanRegretRow } from '../../../models/results/plan/plan-prices.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { Figure } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { estimate } from '../../format/number.ts';
import { regretSentence } from './price-words.ts';

/** The cost of too many nodes against that of too few; null where a broken minute has no price. */
export function regretFigure({ regret }: PlanFile): Figure | null {
  if (regret === null) return null;
  const { rows, best, currency } = regret;
  const points = (of: (row: PlanRegretRow) => number) => rows.map((row) => [row.nodes, of(row)] as const);
  const least = rows.find(({ nodes }) => nodes === best)!;
  const highest = Math.max(...rows.map(({ regret: one }) => one));
  return {
    name: 'regret',
    subtitle: `Mean cost over the peaks of the forecast in ${currency}: of nodes that were not needed, of broken minutes, and above the best choice had the peak been known (regret)`,
    alt: regretSentence(regret),
    startedAt: 0,
    x: numberAxis(
      rows.map(({ nodes }) => nodes),
      'nodes',
      'count',
    ),
    panels: [
      {
        title: 'too many against too few',
        height: 200,
        y: amountAxis(Math.max(highest, ...rows.map(({ tooFew }) => tooFew)), `mean cost, ${currency}`, 'amount'),
        labelled: true,
        marks: [
          { kind: 'line', label: 'too few', ink: 'series-2', width: 1.5, points: points(({ tooFew }) => tooFew) },
          { kind: 'line', label: 'too many', ink: 'series-1', width: 1.5, points: points(({ tooMany }) => tooMany) },
          { kind: 'line', label: 'regret', ink: 'ink', width: 2, points: points(({ regret: one }) => one) },
          { kind: 'note', text: `${sayCount(best)} least regret`, x: best, y: least.regret, anchor: 'above' },
        ],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: `Mean cost by number of nodes, ${currency}`,
      header: ['nodes', 'paid for nodes', 'too many', 'budget broken', 'too few', 'regret'],
      rows: rows.map((row) => [
        sayCount(row.nodes),
        estimate(row.spend),
        estimate(row.tooMany),
        sayShare(row.broken),
        estimate(row.tooFew),
        estimate(row.regret),
      ]),
    },
  };
}
