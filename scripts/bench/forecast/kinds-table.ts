import { meanOf, type Score } from './score.ts';

/** Windows of one series, over a festival and over none. */
export interface KindScores {
  readonly name: string;
  readonly festival: readonly Score[];
  readonly calm: readonly Score[];
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

function row(name: string, kind: string, scores: readonly Score[]): string {
  const of = (pick: (score: Score) => number): string => percent(meanOf(scores.map(pick)));
  const cells = [
    of(({ peakBias }) => peakBias),
    of(({ peakBias }) => Math.abs(peakBias)),
    of(({ belowMedian }) => belowMedian),
    of(({ peakCovered }) => peakCovered),
    of(({ overshoot }) => overshoot),
  ];
  return `| ${name} | ${kind} | ${scores.length} | ${cells.join(' | ')} |`;
}

/** What was said of peaks, festivals and calm windows apart: bias, cover, and beside the cover how far P90 lay above the peak. A table in Markdown. */
export function kindsTable(series: readonly KindScores[]): string {
  const pooled = { name: 'all', festival: series.flatMap(({ festival }) => festival), calm: series.flatMap(({ calm }) => calm) };
  const rows = (['festival', 'calm'] as const).flatMap((kind) =>
    [...series, pooled].filter((one) => one[kind].length > 0).map((one) => row(one.name, kind, one[kind])),
  );
  const head = ['Peaks by kind of window', 'kind', 'windows', 'P50 bias', 'P50 off by', 'peak ≤ P50', 'peak ≤ P90', 'P90 over peak'];
  return [`| ${head.join(' | ')} |`, `| --- | --- |${' ---: |'.repeat(head.length - 2)}`, ...rows, ''].join('\n');
}
