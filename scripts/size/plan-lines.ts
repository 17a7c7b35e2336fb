import type { PlanFile } from '../../models/results/plan.ts';
import { duration } from '../../reports/format/duration.ts';
import { percent, whole } from '../../reports/format/number.ts';
import { planSentences } from '../../reports/words/plan-sentences.ts';
import { paint } from '../terminal/paint.ts';

/** A plan for the terminal: the answer in sentences, the levels, the situations, what drives it. */
export function planLines(plan: PlanFile, colour: boolean): string[] {
  const [answer, ...further] = planSentences(plan);
  return [
    paint(answer!, 'bold', colour),
    ...further,
    '',
    ...columns([
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
    ]),
    '',
    ...columns([['situation', 'nodes', 'because'], ...plan.situations.map((one) => [one.name, whole(one.nodes), one.reason])]),
    '',
    ...columns([
      ['driver (alone)', 'nodes', 'range'],
      ...plan.drivers.map(({ name, low, high, kind }) => [
        name,
        `${nodes(low.nodes)} to ${nodes(high.nodes)}`,
        `${low.label} to ${high.label} (${kind})`,
      ]),
    ]),
    ...plan.warnings.map((warning) => paint(`! ${warning}`, 'yellow', colour)),
  ];
}

const nodes = (count: number | null) => (count === null ? 'none will do' : whole(count));

/** Numbers of the answer stand under their names; the last column is free. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  '));
}
