import type { PlanFile } from '../../../models/results/plan/plan.ts';
import { sayShare } from '../../../models/words/share.ts';
import { html } from '../../format/html.ts';
import { estimate } from '../../format/number.ts';
import { withoutStop } from '../../format/without-stop.ts';
import type { Section } from '../../html/page-section.ts';
import { tableHtml } from '../../html/table.ts';
import { unitsSentence } from './units-words.ts';

/** From what was forecast to requests by step; nothing for a peak that was given in requests. */
export function unitsSection({ units }: PlanFile): Section[] {
  if (units === null) return [];
  const { steps, peak, perPerson, requestsPerPerson } = units;
  const rows = steps.map((one) => [
    one.step,
    estimate(one.perPerson),
    estimate(one.perPerson * peak.people),
    sayShare(one.perPerson / requestsPerPerson.value),
  ]);
  const grounds = [perPerson, requestsPerPerson].map(({ value, unit, source, kind }) => [unit, estimate(value), kind, source]);
  return [
    {
      id: 'units',
      name: 'From people to requests',
      finding: withoutStop(unitsSentence(units)),
      body: html`${tableHtml({ caption: 'Requests by step at the peak', header: ['step', 'a person', 'a second', 'share'], rows })}${tableHtml({ caption: 'How it is known', header: ['what', 'value', 'kind', 'source'], rows: grounds })}`,
    },
  ];
}
