import type { AnnouncedSample } from '../../../models/results/series.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { Figure, Mark, Table } from '../../charts/figure/figure.ts';
import { compact } from '../../charts/figure/points.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import type { ReportInput } from '../input/report-input.ts';
import { laneInk } from './lane-inks.ts';

/** The wait that was announced at joining against the real one: the diagonal is the truth, the band what is tolerated. */
export function announcedFigure({ series, manifest }: ReportInput, announced: AnnouncedSample, finding: string): Figure {
  const { lanes: known } = manifest.configuration.surge;
  const far = announced.points.reduce((most, point) => Math.max(most, point.announced), 0);
  const long = announced.points.reduce((most, point) => Math.max(most, point.real), 0);
  const x = amountAxis(far, 'announced wait, seconds', 'seconds', 8);
  const lanes = [...new Set(announced.points.map((point) => point.lane))];
  const dots = lanes.map((lane): Mark => {
    const points = announced.points
      .filter((point) => point.lane === lane)
      .map((point): [number, number] => [compact(point.announced), compact(point.real)]);
    return { kind: 'dots', label: lane, ink: laneInk(known, lane), points };
  });
  return {
    name: 'announced-wait',
    subtitle: `Announced against real wait of up to 1,000 people; shaded: within ±${sayShare(announced.tolerance)} of the real wait`,
    alt: finding,
    startedAt: series.startedAt,
    x,
    panels:
      announced.points.length === 0
        ? []
        : [
            {
              title: 'Real wait',
              height: 300,
              y: amountAxis(long, 'seconds', 'seconds', 6),
              labelled: true,
              marks: [...guides(x.max, announced.tolerance), ...dots],
            },
          ],
    phases: [],
    levels: [],
    table: announcedTable(announced),
  };
}

/** |announced − real| ≤ tolerance · real holds between announced / (1 + tolerance) and announced / (1 − tolerance). */
function guides(max: number, tolerance: number): Mark[] {
  const ray = (slope: number): [number, number][] => [
    [0, 0],
    [max, compact(max * slope)],
  ];
  return [
    { kind: 'line', label: '', ink: 'band', width: 0, points: ray(1 / (1 + tolerance)) },
    { kind: 'area', label: '', ink: 'phase', fill: 'waiting-fill', above: 1, points: ray(tolerance < 1 ? 1 / (1 - tolerance) : 100) },
    { kind: 'line', label: 'as announced', ink: 'ink', width: 1, points: ray(1) },
  ];
}

function announcedTable({ points, people, within }: AnnouncedSample): Table {
  const far = points.reduce((most, point) => Math.max(most, point.announced), 0);
  const width = Math.max(far / 8, 1);
  const rows = Array.from({ length: 8 }, (_, index) => {
    const inside = points
      .filter((point) => Math.min(7, Math.floor(point.announced / width)) === index)
      .map((point) => point.real)
      .sort((a, b) => a - b);
    const middle = inside[Math.floor((inside.length - 1) / 2)];
    const seconds = (value: number | undefined): string => sayTime(value === undefined ? null : value * 1000);
    return [
      `${sayTime(index * width * 1000)} to ${sayTime((index + 1) * width * 1000)}`,
      sayCount(inside.length),
      seconds(inside[0]),
      seconds(middle),
      seconds(inside.at(-1)),
    ];
  });
  return {
    caption: `Real wait by announced wait (sample); ${sayShare(within)} of ${sayCount(people)} people within the tolerance`,
    header: ['announced', 'people in the sample', 'shortest', 'median', 'longest'],
    rows: rows.filter((row) => row[1] !== '0'),
  };
}
