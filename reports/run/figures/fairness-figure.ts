import type { LaneFairness } from '../../../models/results/series.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayValue } from '../../../models/words/value.ts';
import type { Figure, Panel } from '../../charts/figure/figure.ts';
import type { Ink } from '../../charts/figure/ink.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { shorten } from '../../format/shorten.ts';
import type { ReportInput } from '../input/report-input.ts';
import { laneInk } from './lane-inks.ts';

/** Place by ticket against place by admission: on the diagonal no one was overtaken. */
export function fairnessFigure({ series, manifest }: ReportInput, finding: string): Figure {
  const lanes = series.fairness;
  const most = lanes.reduce((high, lane) => Math.max(high, lane.admitted), 0);
  return {
    name: 'fairness',
    subtitle: 'Order of tickets against order of admission in each lane, up to 1,000 people; the diagonal is first come, first served',
    alt: finding,
    startedAt: series.startedAt,
    x: amountAxis(most, 'place by ticket', 'rank', 8),
    panels: lanes.map((lane) => panel(lane, laneInk(manifest.configuration.surge.lanes, lane.lane))),
    phases: [],
    levels: [],
    table: {
      caption: 'Order of the queue',
      header: ['lane', 'admitted, people', 'overtaken, people', 'Kendall τ'],
      rows: lanes.map((lane) => [lane.lane, sayCount(lane.admitted), sayCount(lane.overtaken), tau(lane.kendallTau)]),
    },
  };
}

/** Near 1 three digits would hide what the gate at 0.999 looks at. */
const tau = (value: number | null): string =>
  value === null ? '–' : value > 0.99 && value < 1 ? value.toFixed(6) : sayValue(value, 'ratio');

function panel(lane: LaneFairness, ink: Ink): Panel {
  const points = lane.points.map((point): [number, number] => [point.ticketRank, point.admissionRank]);
  return {
    title: `Lane ${shorten(lane.lane, 40)}: ${sayCount(lane.overtaken)} of ${sayCount(lane.admitted)} overtaken`,
    height: 170,
    y: amountAxis(lane.admitted, 'place by admission', 'rank', 3),
    labelled: true,
    marks: [
      { kind: 'dots', label: 'people', ink, points },
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
