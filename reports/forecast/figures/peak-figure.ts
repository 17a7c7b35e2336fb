import type { ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../../models/words/amount.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { Figure, Mark, Table } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';

/** Heights of the upright lines, from left to right: a name stands beside the top of its line, where every line to its right is lower. */
const TOPS = [0.88, 0.68, 0.48, 0.28] as const;
/** Part of the width that the name of the last line needs. */
const ROOM = 0.3;

/** The distribution of the peak: share of futures by the height of their maximum, with its quantiles and last year's highest day. */
export function peakFigure({ bins, document: { peak, unit }, lastYear }: ForecastReport, finding: string): Figure {
  const most = 100 * Math.max(...bins.map(({ share }) => share));
  const y = amountAxis(1.2 * most, '% of the futures', 'percent');
  const ends = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1, peak.p99];
  const [least, highest] = [Math.min(...ends), Math.max(...ends)];
  const near = lastYear.highest >= least && lastYear.highest <= highest + ROOM * (highest - least);
  const lines = [
    ...(near ? [{ name: 'last year', x: lastYear.highest, isPast: true }] : []),
    ...(['p50', 'p90', 'p99'] as const).map((level) => ({ name: level.toUpperCase(), x: peak[level], isPast: false })),
  ].sort((a, b) => a.x - b.x);
  const right = Math.max(highest, ...lines.map(({ x }) => x));
  return {
    name: 'peak',
    subtitle: `Height of the highest period in thousands of joint futures${unit === '' ? '' : `, ${unit}`}`,
    alt: finding,
    startedAt: 0,
    x: numberAxis(
      [least, Math.max(right, lines.at(-1)!.x + ROOM * (right - least))],
      `height of the peak${unit === '' ? '' : `, ${unit}`}`,
      'amount',
      6,
    ),
    panels: [
      {
        title: 'how high the peak will be',
        height: 200,
        y,
        labelled: false,
        marks: [
          ...bins.map((bin): Mark => ({ kind: 'span', ink: 'fan-core', from: bin.from, to: bin.to, low: 0, high: 100 * bin.share })),
          ...lines.flatMap(({ name, x, isPast }, i) => marked(name, x, TOPS[i]! * y.max, isPast ? [4, 3] : [])),
        ],
      },
    ],
    phases: [],
    levels: [],
    table: tableOf(bins),
  };
}

const tableOf = (bins: ForecastReport['bins']): Table => ({
  caption: 'Distribution of the peak',
  header: ['from', 'to', 'share of the futures'],
  rows: bins.map((bin) => [sayAmount(bin.from), sayAmount(bin.to), sayShare(bin.share)]),
});

/** An upright line with its name and value beside its top. */
function marked(text: string, x: number, top: number, dash: readonly number[] = []): Mark[] {
  return [
    {
      kind: 'line',
      label: text,
      ink: dash.length > 0 ? 'waiting' : 'limit',
      width: 1.5,
      dash,
      points: [
        [x, 0],
        [x, top],
      ],
    },
    { kind: 'note', text: `${text} ${sayAmount(x)}`, x, y: top, anchor: 'above right' },
  ];
}
