import type { PlanFile } from '../../models/results/plan.ts';
import { duration } from '../../reports/format/duration.ts';
import { percent, whole } from '../../reports/format/number.ts';
import { planSentences, SITUATION_WORDS } from '../../reports/words/plan-sentences.ts';
import { paint } from '../terminal/paint.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** A plan for the terminal: the answer in sentences, the levels, the situations, what drives it. */
export function planLines(plan: PlanFile, colour: boolean, width: number): string[] {
  const [answer, ...further] = planSentences(plan);
  return [
    ...wrapped(answer!, width).map((line) => paint(line, 'bold', colour)),
    ...further.flatMap((sentence) => wrapped(sentence, width)),
    '',
    ...columns(
      [
        ['confidence', 'nodes', 'peak, /s', 'utilisation', 'p50', `p${plan.budget.percentile}`, 'budget holds'],
        ...plan.levels.map((one) => [
          percent(one.confidence),
          whole(one.nodes),
          whole(one.peakRate),
          percent(one.utilisation),
          duration(one.p50),
          duration(one.budgeted),
          percent(one.probability),
        ]),
      ],
      width,
    ),
    '',
    ...columns(
      [['situation', 'nodes', 'because'], ...plan.situations.map((one) => [SITUATION_WORDS[one.name], whole(one.nodes), one.reason])],
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
    ...plan.warnings.flatMap((warning) => wrapped(`! ${warning}`, width)).map((line) => paint(line, 'yellow', colour)),
  ];
}

const nodes = (count: number | null) => (count === null ? 'none will do' : whole(count));

/** A narrow last column still gets this much. */
const LEAST_LAST = 24;

/** Numbers of the answer stand under their names; the last column takes what is left of the width, on as many lines as it needs. */
function columns(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const indent = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  return rows.flatMap((row) => {
    const first = row.slice(0, -1).map((cell, column) => `${cell.padEnd(widths[column]!)}  `);
    return wrapped(row.at(-1)!, Math.max(LEAST_LAST, width - indent)).map(
      (line, i) => (i === 0 ? first.join('') : ' '.repeat(indent)) + line,
    );
  });
}
