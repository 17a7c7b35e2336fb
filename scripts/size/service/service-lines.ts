import type { ServicePlanFile } from '../../../models/results/plan/service-plan.ts';
import { classHeader, classRows, serviceSentences, tierHeader, tierRows } from '../../../reports/plan/tiers/tier-words.ts';
import { upright } from '../../terminal/columns.ts';
import { paint } from '../../terminal/paint.ts';
import { wrapped } from '../../terminal/wrapped.ts';

/** The plan of a service for the terminal: the answer in sentences, the tiers, the classes. */
export function serviceLines(plan: ServicePlanFile, colour: boolean, width: number): string[] {
  const [answer, ...further] = serviceSentences(plan);
  return [
    ...wrapped(answer!, width).map((line) => paint(line, 'bold', colour)),
    ...further.flatMap((sentence) => wrapped(sentence, width)),
    '',
    ...upright([tierHeader, ...tierRows(plan)], width),
    '',
    ...upright([classHeader, ...classRows(plan)], width),
    ...plan.warnings.flatMap((warning) => wrapped(`! ${warning}`, width)).map((line) => paint(line, 'yellow', colour)),
  ];
}
