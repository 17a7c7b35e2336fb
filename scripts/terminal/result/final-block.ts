import type { Polling } from '../../../models/results/polling.ts';
import type { RunFile } from '../../../models/results/run.ts';
import { type VerdictFile, WORST_FIRST } from '../../../models/results/verdict.ts';
import { criterionSentence } from '../../../models/verdict/words/criterion-sentences.ts';
import { sayPolling } from '../../../models/words/polling.ts';
import { paint } from '../paint.ts';
import { plain } from '../plain.ts';
import { wrapped } from '../wrapped.ts';
import { stepTable } from './step-table.ts';
import { VERDICT_COLOURS, VERDICT_MARKS } from './verdict-marks.ts';

const MOST_FINDINGS = 3;

/** What the end of a run shows. */
export interface FinalBlock {
  readonly verdict: VerdictFile;
  readonly run: RunFile;
  /** How people in the queue were polled; undefined where it is not known, or nobody was. */
  readonly polling: Polling | undefined;
  readonly folder: string;
  /** The command to type next. */
  readonly next: string;
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
}

/** The end of a run in words: the verdict and why, each step against its budget, whether to trust it, where the report is, and what to do next. */
export function finalBlock({ verdict, run, polling, folder, next, width, colour }: FinalBlock): string[] {
  const { verdict: word, headline, findings, advice } = verdict;
  const mark = `${VERDICT_MARKS[word]} ${word}  `;
  return [
    '',
    ...indented(mark, headline, width).map((line) => paint(line, VERDICT_COLOURS[word], colour)),
    ...[...findings.slice(0, MOST_FINDINGS), ...(advice === null ? [] : [advice])].flatMap((text) => indented('  ', text, width)),
    '',
    ...stepTable(run, verdict, width, colour),
    '',
    ...indented('Trust   ', `${trust(verdict)}${polled(polling)}`, width),
    `Report  ${plain(folder)}/report.html`,
    `Next    ${plain(next)}`,
  ];
}

/** Whether the load generator and the target make the run evidence, by the worst of the validity criteria. */
function trust({ validity }: VerdictFile): string {
  const worst = WORST_FIRST.map((verdict) => validity.filter((one) => one.verdict === verdict)).find((some) => some.length > 0) ?? [];
  const [first] = worst;
  if (first === undefined || first.verdict === 'PASS') return 'The load generator kept up; the measurements can be trusted.';
  const more = worst.length > 1 ? ` (and ${worst.length - 1} more in the report)` : '';
  const meaning = first.verdict === 'INVALID' ? 'The measurements cannot be trusted.' : 'The measurements can be trusted with care.';
  return `${meaning} ${criterionSentence(first).replace(/\.$/, '')}${more}.`;
}

const polled = (polling: Polling | undefined): string =>
  polling === undefined ? '' : ` People in the queue were polled ${sayPolling(polling)}.`;

/** Untrusted text after a first word, on as many lines as it needs. */
function indented(first: string, text: string, width: number): string[] {
  const indent = ' '.repeat(Math.min(first.length, 8));
  return wrapped(first + plain(text), width - indent.length).map((line, i) => (i === 0 ? line : indent + line));
}
