import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { levelHeader, levelRows } from '../../reports/plan/level-rows.ts';
import { planSentences, SITUATION_WORDS } from '../../reports/plan/plan-sentences.ts';
import { columns, upright } from '../terminal/columns.ts';
import { paint } from '../terminal/paint.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** A plan for the terminal: the answer in sentences, the levels, the situations, what drives it. */
export function planLines(plan: PlanFile, colour: boolean, width: number): string[] {
  const [answer, ...further] = planSentences(plan);
  return [
    ...wrapped(answer!, width).map((line) => paint(line, 'bold', colour)),
    ...further.flatMap((sentence) => wrapped(sentence, width)),
    '',
    ...upright([levelHeader(plan), ...levelRows(plan)], width),
    '',
    ...columns(
      [['situation', 'nodes', 'because'], ...plan.situations.map((one) => [SITUATION_WORDS[one.name], sayCount(one.nodes), one.reason])],
      width,
    ),
    '',
    ...columns(
      [
        ['driver (alone)', 'nodes', 'range'],
        ...plan.drivers.map(({ name, low, high, kind }) => [
          name,
          `${nodes(low.nodes)} to ${nodes(high.nodes)}`,
          `${low.label} to ${high.label} (${kind})`,
        ]),
      ],
      width,
    ),
    ...(plan.drivers.some(({ low, high }) => low.nodes === null || high.nodes === null)
      ? ['none: no number of nodes keeps the budget']
      : []),
    ...[...plan.warnings, ...plan.standard.notes.map(({ english }) => english)]
      .flatMap((warning) => wrapped(`! ${warning}`, width))
      .map((line) => paint(line, 'yellow', colour)),
  ];
}

const nodes = (count: number | null) => (count === null ? 'none' : sayCount(count));
