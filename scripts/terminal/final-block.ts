import type { CriterionResult, Verdict, VerdictFile } from '../../models/results/verdict.ts';
import { type Colour, paint } from './paint.ts';
import { amount, cut } from './panel-words.ts';
import { plain } from './plain.ts';

const MARKS: Readonly<Record<Verdict, string>> = { PASS: '✓', WARN: '!', FAIL: '✗', INCONCLUSIVE: '?', INVALID: '∅' };
const COLOURS: Readonly<Record<Verdict, Colour>> = { PASS: 'green', WARN: 'yellow', FAIL: 'red', INCONCLUSIVE: 'grey', INVALID: 'red' };
/** Worst first. */
const ORDER: readonly Verdict[] = ['INVALID', 'FAIL', 'INCONCLUSIVE', 'WARN', 'PASS'];

const MOST_ROWS = 12;
const REASONS = 3;

/**
 * A measured value with its unit, three significant digits.
 *
 * @example valueText(0.00123, 'share') // => '0.123 %'
 * @example valueText(1234.5, 'ms') // => '1,230 ms'
 * @example valueText(null, 'ms') // => '–'
 */
export function valueText(value: number | null, unit: CriterionResult['unit']): string {
  if (value === null) return '–';
  const number = (one: number): string => Number(one.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 6 });
  if (unit === 'share') return `${number(value * 100)} %`;
  return unit === 'ms' || unit === 'KRW' ? `${number(value)} ${unit}` : number(value);
}

function cells({ id, value, operator, limit, unit, samples, verdict, advisory }: CriterionResult): string[] {
  const vote = advisory ? ' (no vote)' : '';
  return [
    `${MARKS[verdict]} ${verdict}`,
    plain(id),
    valueText(value, unit),
    `${operator} ${valueText(limit, unit)}`,
    `n ${amount(samples)}${vote}`,
  ];
}

/** Rows of a table as wide as its content, cut at the edge of the terminal. */
function table(criteria: readonly CriterionResult[], width: number, colour: boolean): string[] {
  const rows = criteria.map(cells);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row, i) => {
    const text = row.map((cell, column) => (column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ');
    return paint(cut(text.trimEnd(), width), COLOURS[criteria[i]!.verdict], colour);
  });
}

/** What decided the verdict comes first: statements with a vote, the worst of them on top. */
function rank({ verdict, advisory }: CriterionResult): number {
  return ORDER.indexOf(verdict) + (advisory && verdict !== 'FAIL' ? ORDER.length : 0);
}

/** The end of a run in words: the first reasons, the statements with those that failed first, where the report lies, and what to do next. */
export function finalBlock(verdict: VerdictFile, folder: string, next: string, width: number, colour: boolean): string[] {
  const all = [...verdict.validity, ...verdict.criteria, ...verdict.invariants];
  const sorted = [...all].sort((a, b) => rank(a) - rank(b));
  const [first = verdict.verdict, ...others] = verdict.reasons.slice(0, REASONS).map(plain);
  const rest = sorted.length - MOST_ROWS;
  return [
    '',
    paint(`${MARKS[verdict.verdict]} ${first}`, COLOURS[verdict.verdict], colour),
    ...others.map((reason) => `  ${reason}`),
    '',
    ...table(sorted.slice(0, MOST_ROWS), width, colour),
    ...(rest > 0 ? [`  and ${rest} more in verdict.json`] : []),
    '',
    `Report  ${folder}/report.html`,
    `Next    ${next}`,
  ];
}
