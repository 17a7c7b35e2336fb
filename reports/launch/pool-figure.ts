import type { LaunchAnalogue } from '../../models/results/forecast/forecast-launch.ts';
import type { LaunchPicture } from '../../models/results/forecast/launch-picture.ts';
import { sayCount } from '../../models/words/count.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../charts/figure/figure.ts';
import { logAxis, roundBelow } from '../charts/figure/log-axis.ts';
import { compact } from '../charts/figure/points.ts';
import { estimate } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';

const MOST_ROWS = 10;
const ROW_HEIGHT = 46;
const LONGEST_NAME = 24;
const MARKED = [50, 90, 99];
/** Half the width of the sign of an analogue, as a part of the axis. */
const SIGN = 0.006;
const CHANCES = [0, 25, 50, 75, 100].map((value) => ({ value, label: String(value) }));

/** The pooled distribution with its quantiles, and below it the analogues it is made of, on one axis: how far they lie apart is why it is wide. */
export function poolFigure(picture: LaunchPicture, name: string, finding: string): Figure {
  const { launch, pooled, bound } = picture;
  const values = [...pooled.map(({ value }) => value), ...launch.analogues.map(({ scaled }) => scaled)];
  const x = logAxis(roundBelow(Math.min(...values)), Math.max(...values), {
    ...{ title: `${launch.measure}, scaled to this event; logarithmic`, reads: 'amount' },
    label: estimate,
  });
  return {
    name,
    subtitle: `How many ${launch.measure}: the distribution pooled from the comparable events (at most ${estimate(bound)}), and each of them with its weight`,
    alt: finding,
    startedAt: 0,
    x,
    panels: [distribution(picture, x), comparable(picture, x)],
    phases: [],
    levels: [],
    table: tableOf(picture),
  };
}

const valueAt = ({ pooled }: LaunchPicture, percents: number): number =>
  pooled.find(({ level }) => Math.round(100 * level) === percents)?.value ?? 0;

/** A curve with a line from each named quantile to its name at the edge. */
function distribution(picture: LaunchPicture, x: Axis): Panel {
  const quantiles = MARKED.map((percents): Mark => {
    const value = valueAt(picture, percents);
    const points = [[value, percents] as const, [x.max, percents] as const];
    return { kind: 'line', label: `P${percents} ${estimate(value)}`, ink: 'limit', width: 1, dash: [4, 3], points };
  });
  const curve = picture.pooled.map(({ level, value }) => [compact(value), compact(100 * level)] as const);
  return {
    title: 'All together',
    height: 200,
    y: { scale: 'linear', min: 0, max: 100, ticks: CHANCES, title: '% chance that no more come', reads: 'percent' },
    labelled: true,
    marks: [...quantiles, { kind: 'line', label: '', ink: 'forecast', width: 2, points: curve }],
  };
}

/** One row an event, the heaviest first: a sign at its value, and a bar from the middle of the distribution to it. */
function comparable(picture: LaunchPicture, x: Axis): Panel {
  const shown = [...picture.launch.analogues].sort((a, b) => b.weight - a.weight).slice(0, MOST_ROWS);
  const middle = valueAt(picture, 50);
  const half = (x.max / x.min) ** SIGN;
  const rows = shown.flatMap((one, row): Mark[] => {
    const y = shown.length - row - 0.75;
    const ink = one.origin === 'own' ? 'forecast' : 'waiting';
    const [from, to] = [Math.min(one.scaled, middle), Math.max(one.scaled, middle)];
    return [
      { kind: 'span', ink: 'fan-core', from, to, low: y - 0.05, high: y + 0.05 },
      { kind: 'span', ink, from: one.scaled / half, to: one.scaled * half, low: y - 0.16, high: y + 0.16 },
      { kind: 'note', text: rowText(one), x: x.min, y: y + 0.2, anchor: 'above' },
    ];
  });
  const hidden = picture.launch.analogues.length - shown.length;
  return {
    title: `Comparable events${hidden > 0 ? `, the ${MOST_ROWS} with the most weight of ${shown.length + hidden}` : ''}`,
    height: ROW_HEIGHT * shown.length,
    y: { scale: 'linear', min: 0, max: shown.length, ticks: [], title: 'blue: your own, grey: public', reads: 'rank' },
    labelled: false,
    marks: [
      {
        kind: 'line',
        label: 'P50',
        ink: 'limit',
        width: 1,
        dash: [4, 3],
        points: shown.flatMap((_, row) => betweenNames(middle, shown.length - row - 0.75)),
      },
      ...rows,
    ],
  };
}

/** The part of an upright line that runs through a row's sign and leaves its name free. */
const betweenNames = (x: number, y: number): [number, number | null][] => [
  [x, y + 0.18],
  [x, y - 0.25],
  [x, null],
];

const rowText = ({ name, scaled, weight, origin }: LaunchAnalogue): string =>
  `${shorten(name, LONGEST_NAME)}: ${estimate(scaled)}, ${origin}, weight ${sayCount(100 * weight)} %`;

const tableOf = (picture: LaunchPicture): Table => ({
  caption: 'The pooled distribution',
  header: ['quantile', picture.launch.measure],
  rows: [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99].map((percents) => [`P${percents}`, estimate(valueAt(picture, percents))]),
});
