import type { BenchRow } from '../harness/bench-row.ts';

/** A row with the bench it comes from and the day it was measured (YYYY-MM-DD). */
export interface TableLine {
  readonly bench: string;
  readonly row: BenchRow;
  readonly date: string;
}

const HEADINGS = ['bench', 'what', 'goal', 'measured, median (min–max)', 'beside it', 'result', 'on'] as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The cells of one line of the table. */
function cellsOf({ bench, row, date }: TableLine): string[] {
  return [bench, row.what, row.goal, row.measured, row.ratio ?? '', row.pass ? 'pass' : '**falls short**', date];
}

/** The line of a table in Markdown, without a line end. */
export function renderLine(line: TableLine): string {
  return `| ${cellsOf(line).map(cell).join(' | ')} |`;
}

/** A table in Markdown. */
export function renderTable(lines: readonly TableLine[]): string {
  return [...HEAD, ...lines.map(renderLine)].join('\n');
}

/** The heading lines of the table. */
export const HEAD = [`| ${HEADINGS.join(' | ')} |`, `| ${HEADINGS.map(() => '---').join(' | ')} |`] as const;
