import type { LaneFairness, ReportSeries } from '../../../models/results/series.ts';
import type { Figure, Panel } from '../../charts/figure.ts';
import { amountAxis } from '../../charts/ticks.ts';
import { threeDigits, whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import { laneInk } from './lane-ink.ts';

/** Place by ticket against place by admission: on the diagonal nobody was overtaken. */
export function fairnessFigure(series: ReportSeries, finding: string): Figure {
  const lanes = series.fairness;
  const most = lanes.reduce((high, lane) => Math.max(high, lane.admitted), 0);
  return {
    name: 'fairness',
    subtitle: 'Order of tickets against order of admission in each lane, up to 1,000 people; the diagonal is first come, first served',
    alt: finding,
    startedAt: series.startedAt,
    x: amountAxis(most, 'place by ticket', 'rank', 8),
    panels: lanes.map(panel),
    phases: [],
    levels: [],
    table: {
      caption: 'Fairness of the line',
      header: ['lane', 'admitted, people', 'overtaken, people', 'Kendall τ'],
      rows: lanes.map((lane) => [lane.lane, whole(lane.admitted), whole(lane.overtaken), tau(lane.kendallTau)]),
    },
  };
}

/** Near 1 three digits would hide what the gate at 0.999 looks at. */
const tau = (value: number | null): string => (value === null ? '–' : value > 0.99 && value < 1 ? value.toFixed(6) : threeDigits(value));

function panel(lane: LaneFairness): Panel {
  const points = lane.points.map((point): [number, number] => [point.ticketRank, point.admissionRank]);
  return {
    title: `Lane ${shorten(lane.lane, 40)}: ${whole(lane.overtaken)} of ${whole(lane.admitted)} overtaken`,
    height: 170,
    y: amountAxis(lane.admitted, 'place by admission', 'rank', 3),
    labelled: true,
    marks: [
      { kind: 'dots', label: 'people', ink: laneInk(lane.lane), points },
      {
        kind: 'line',
        label: 'in order',
        ink: 'ink',
        width: 1,
        points: [
          [0, 0],
          [lane.admitted, lane.admitted],
        ],
      },
    ],
  };
}
