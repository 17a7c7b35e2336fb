import { meanOf, type Score } from './score.ts';

const share = (value: number): string => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '–');
const plainNumber = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '–');

const COLUMNS: readonly (readonly [name: string, of: (scores: readonly Score[]) => string])[] = [
  ['MASE', (scores) => plainNumber(meanOf(scores.map(({ mase }) => mase)))],
  ['sMAPE', (scores) => plainNumber(meanOf(scores.map(({ smape }) => smape)))],
  ['in 95 %', (scores) => share(meanOf(scores.map(({ inside }) => inside)))],
  ['peak P50 bias', (scores) => share(meanOf(scores.map(({ peakBias }) => peakBias)))],
  ['peak ≤ P50', (scores) => share(meanOf(scores.map(({ belowMedian }) => belowMedian)))],
  ['peak ≤ P90', (scores) => share(meanOf(scores.map(({ peakCovered }) => peakCovered)))],
  ['P90 over peak', (scores) => share(meanOf(scores.map(({ overshoot }) => overshoot)))],
  ['holidays sMAPE', (scores) => plainNumber(meanOf(scores.map(({ chosenSmape }) => chosenSmape)))],
  ['holidays bias', (scores) => share(meanOf(scores.map(({ chosenBias }) => chosenBias)))],
];

/** A table in Markdown, one row a method. */
export function markdownTable(title: string, scores: ReadonlyMap<string, readonly Score[]>): string {
  const rows = [...scores].map(([name, all]) => `| ${name} | ${COLUMNS.map(([, of]) => of(all)).join(' | ')} |`);
  const windows = Math.max(...[...scores.values()].map((all) => all.length));
  const head = `| ${title} (${windows} windows) | ${COLUMNS.map(([name]) => name).join(' | ')} |`;
  return [head, `| --- |${' ---: |'.repeat(COLUMNS.length)}`, ...rows, ''].join('\n');
}
