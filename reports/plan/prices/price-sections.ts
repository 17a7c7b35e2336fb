import type { PlanFile } from '../../../models/results/plan/plan.ts';
import type { DrawnFigure } from '../../charts/png/draw-figures.ts';
import { html } from '../../format/html.ts';
import { withoutStop } from '../../format/without-stop.ts';
import { figureHtml } from '../../html/figure-html.ts';
import type { Section } from '../../html/page-section.ts';
import { tableHtml } from '../../html/table.ts';
import { instanceRows, instancesSentence, regretFinding } from './price-words.ts';

const HEADER = ['type', 'requests at a time', 'service time', 'an hour', 'for the peak', 'to run', 'the event', 'why none'];

/** What to rent, and how many when a broken minute has a price; nothing where the policy has no such prices. */
export function priceSections({ instances, regret }: PlanFile, drawn: readonly DrawnFigure[]): Section[] {
  const types: Section[] = instances
    ? [
        {
          id: 'types',
          name: 'Which type of node',
          finding: withoutStop(instancesSentence(instances)),
          body: tableHtml({ caption: `Types of nodes, prices in ${instances.currency}`, header: HEADER, rows: instanceRows(instances) }),
        },
      ]
    : [];
  if (regret === null) return types;
  return [
    ...types,
    { id: 'regret', name: 'Too many or too few', finding: regretFinding(regret), body: html`${figureHtml(drawn, 'regret')}` },
  ];
}
