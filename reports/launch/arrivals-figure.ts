import type { LaunchLine, LaunchPicture } from '../../models/results/forecast/launch-picture.ts';
import type { PeakQuantiles } from '../../models/results/forecast/peak-quantiles.ts';
import { sayTime } from '../../models/words/duration.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../charts/figure/figure.ts';
import { logAxis, roundBelow } from '../charts/figure/log-axis.ts';
import { compact } from '../charts/figure/points.ts';
import { amountAxis } from '../charts/figure/ticks.ts';
import { estimate } from '../format/number.ts';
import { dateTime } from '../format/time/clock.ts';
import { type LaunchTime, launchTime } from './launch-time.ts';

/** Peaks further apart than this are only seen together on a logarithmic scale. */
const MOST_LINEAR = 10;
const ROWS = 20;
const DASHES = { p50: [], p90: [6, 3], p99: [2, 2] } as const;

/** Arrivals over the window at P50, P90 and P99, and below them a fluid queue where admissions are known. */
export function arrivalsFigure(picture: LaunchPicture, name: string, finding: string): Figure {
  const time = launchTime(picture);
  const { arrivalsPerSecond, crowd } = picture.launch;
  const admissions = crowd.admissions?.value ?? null;
  const line: Panel[] = admissions === null ? [] : [panel(picture, time, crowd, waiting)];
  const arrivals = panel(picture, time, arrivalsPerSecond, { ...ARRIVALS, beside: admissions });
  const words = admissions === null ? '' : '; below, people in the queue at this admission rate (a fluid queue)';
  const scale = [arrivals, ...line].some(({ y }) => y.scale === 'log') ? '; logarithmic where quantiles lie far apart' : '';
  return {
    name,
    subtitle: `Arrivals per second over the window at P50, P90 and P99${words}${scale}`,
    alt: finding,
    startedAt: time.startedAt,
    timeZone: picture.launch.timeZone,
    x: time.axis,
    panels: [arrivals, ...line],
    phases: [],
    levels: [],
    table: tableOf(picture),
  };
}

interface Drawn {
  readonly title: string;
  readonly unit: string;
  readonly reads: Axis['reads'];
  /** People admitted per second, beside the arrivals. */
  readonly beside: number | null;
  readonly of: (line: LaunchLine) => readonly number[];
}

const ARRIVALS = { title: 'Arrivals', unit: 'arrivals per second', reads: 'rate', of: ({ rates }: LaunchLine) => rates } as const;
const waiting: Drawn = { title: 'In the queue', unit: 'people', reads: 'count', beside: null, of: ({ waiting: line }) => line ?? [] };

function panel({ lines, moments }: LaunchPicture, time: LaunchTime, peaks: PeakQuantiles, drawn: Drawn): Panel {
  const { title, unit, reads, beside, of } = drawn;
  const tops = [...lines.map(({ quantile }) => peaks[quantile]), ...(beside === null ? [] : [beside])].filter((value) => value > 0);
  const [least, most] = [Math.min(...tops), Math.max(1, ...tops)];
  const log = most > MOST_LINEAR * least;
  const y = log
    ? logAxis(roundBelow(least / MOST_LINEAR), most, { title: unit, reads, label: estimate })
    : amountAxis(most, unit, reads, 4);
  const quantiles = lines.map((line): Mark => {
    const values = log ? aboveFloor(of(line), y.min) : of(line);
    const points = values.map((value, i) => [compact(time.at(moments[i] ?? 0)), value === null ? null : compact(value)] as const);
    const label = `${line.quantile.toUpperCase()} ${estimate(peaks[line.quantile])}`;
    return { kind: 'line', label, ink: 'forecast', width: line.quantile === 'p50' ? 2 : 1.5, dash: DASHES[line.quantile], points };
  });
  const admitted: Mark[] =
    beside === null
      ? []
      : [
          {
            ...{ kind: 'line', label: `admitted ${estimate(beside)}`, ink: 'series-2', width: 1.5 },
            points: [time.at(0), time.at(moments.at(-1) ?? 0)].map((x) => [x, beside] as const),
          },
        ];
  return { title, height: 180, y, labelled: true, marks: [...quantiles, ...admitted] };
}

/** A line that ends on the floor of a logarithmic scale, so that those that end there are named in their order. */
function aboveFloor(values: readonly number[], floor: number): (number | null)[] {
  const below = (i: number): boolean => (values[i] ?? 0) < floor;
  return values.map((value, i) => (value >= floor ? value : below(i - 1) && below(i + 1) ? null : floor));
}

function tableOf({ lines, moments, startedAt, launch }: LaunchPicture): Table {
  const each = Math.floor((moments.length - 1) / ROWS);
  const inLine = launch.crowd.admissions !== null;
  const names = lines.map(({ quantile }) => quantile.toUpperCase());
  return {
    caption: 'The window at twenty-one moments',
    header: [
      `time, ${launch.timeZone}`,
      'since it began',
      ...names.map((one) => `${one}, arrivals/s`),
      ...(inLine ? names.map((one) => `${one} in the queue`) : []),
    ],
    rows: Array.from({ length: ROWS + 1 }, (_, row) => {
      const [i, moment] = [row * each, moments[row * each] ?? 0];
      const at = (values: readonly number[]): string => estimate(values[i] ?? null);
      return [
        dateTime(startedAt + 1_000 * moment, launch.timeZone),
        sayTime(1_000 * moment),
        ...lines.map(({ rates }) => at(rates)),
        ...(inLine ? lines.map(({ waiting: line }) => at(line ?? [])) : []),
      ];
    }),
  };
}
