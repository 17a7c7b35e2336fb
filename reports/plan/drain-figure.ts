import type { PlanFile } from '../../models/results/plan.ts';
import type { Figure, Mark, Table } from '../charts/figure.ts';
import { numberAxis } from '../charts/number-axis.ts';
import { spanAxis } from '../charts/ticks.ts';
import { duration } from '../format/duration.ts';
import { threeDigits, whole } from '../format/number.ts';

/** Time until the line of a waiting room is empty, by nodes. */
export function drainFigure({ waitingRoom, recommended }: PlanFile): Figure | null {
  const drained = waitingRoom.curve.flatMap(({ nodes, drainSeconds }) => (drainSeconds === null ? [] : [[nodes, drainSeconds] as const]));
  if (drained.length === 0) return null;
  const longest = Math.max(...drained.map(([, seconds]) => seconds));
  const chosen = drained.find(([nodes]) => nodes === recommended);
  // The curve falls: to the right of its point there is room above it.
  const note: Mark[] = chosen
    ? [{ kind: 'note', text: `${whole(recommended)} recommended`, x: chosen[0], y: chosen[1], anchor: 'above right' }]
    : [];
  return {
    name: 'drain',
    subtitle: `Time until ${whole(waitingRoom.queued)} waiting people are let in, admitting as many as the nodes serve within the budget`,
    alt: chosen
      ? `With ${whole(recommended)} nodes the line is empty after ${duration(chosen[1] * 1000)}.`
      : 'The line never ends with the recommended nodes.',
    startedAt: 0,
    x: numberAxis(
      drained.map(([nodes]) => nodes),
      'nodes',
      'count',
    ),
    panels: [
      {
        title: 'drain of the waiting room',
        height: 200,
        y: spanAxis(longest, 'time until the line is empty'),
        labelled: false,
        marks: [{ kind: 'line', label: 'drain', ink: 'waiting-room', width: 2, points: drained }, ...note],
      },
    ],
    phases: [],
    levels: [],
    table: tableOf(waitingRoom),
  };
}

function tableOf({ curve }: PlanFile['waitingRoom']): Table {
  return {
    caption: 'Waiting room by nodes',
    header: ['nodes', 'people let in per second', 'line empty after'],
    rows: curve.map((one) => [
      whole(one.nodes),
      threeDigits(one.admitRate),
      one.drainSeconds === null ? 'never' : duration(one.drainSeconds * 1000),
    ]),
  };
}
