import type { ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { Figure, Mark, Table } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { estimate } from '../../format/number.ts';

/** The distribution of the peak: share of futures by the height of their maximum, with its quantiles and last year's highest day. */
export function peakFigure({ bins, document: { peak, unit }, lastYear }: ForecastReport, finding: string): Figure {
  const most = 100 * Math.max(...bins.map(({ share }) => share));
  const y = amountAxis(1.2 * most, '% of the futures', 'percent');
  const ends = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1, peak.p99];
  const near = lastYear.highest >= Math.min(...ends) && lastYear.highest <= Math.max(...ends);
  return {
    name: 'peak',
    subtitle: `Height of the highest period in thousands of joint futures${unit === '' ? '' : `, ${unit}`}`,
    alt: finding,
    startedAt: 0,
    x: { ...numberAxis(near ? [...ends, lastYear.highest] : ends, `height of the peak${unit === '' ? '' : `, ${unit}`}`, 'amount', 6) },
    panels: [
      {
        title: 'how high the peak will be',
        height: 200,
        y,
        labelled: false,
        marks: [
          ...bins.map((bin): Mark => ({ kind: 'span', ink: 'fan-core', from: bin.from, to: bin.to, low: 0, high: 100 * bin.share })),
          ...(near ? marked('last year', lastYear.highest, 0.25, [4, 3]) : []),
          ...marked('P50', peak.p50, 0.88 * y.max),
          ...marked('P90', peak.p90, 0.66 * y.max),
          ...marked('P99', peak.p99, 0.44 * y.max),
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
  rows: bins.map((bin) => [estimate(bin.from), estimate(bin.to), sayShare(bin.share)]),
});

/** An upright line with its name and value at the top. */
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
    { kind: 'note', text: `${text} ${estimate(x)}`, x, y: top, anchor: 'above' },
  ];
}
