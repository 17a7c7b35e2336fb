import type { PlanFile, PlanWaitingRoom } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import type { Figure, Mark, Table } from '../charts/figure/figure.ts';
import { numberAxis } from '../charts/figure/number-axis.ts';
import { spanAxis } from '../charts/figure/ticks.ts';
import { estimate } from '../format/number.ts';

/** Time until the queue of a waiting room is empty, by nodes. */
export function drainFigure({ waitingRoom, recommended }: PlanFile): Figure | null {
  if (waitingRoom === null) return null;
  const drained = waitingRoom.curve.flatMap(({ nodes, drainSeconds }) => (drainSeconds === null ? [] : [[nodes, drainSeconds] as const]));
  if (drained.length === 0) return null;
  const longest = Math.max(...drained.map(([, seconds]) => seconds));
  const chosen = drained.find(([nodes]) => nodes === recommended);
  // The curve falls: to the right of its point there is room above it.
  const note: Mark[] = chosen
    ? [{ kind: 'note', text: `${sayCount(recommended)} recommended`, x: chosen[0], y: chosen[1], anchor: 'above right' }]
    : [];
  return {
    name: 'drain',
    subtitle: `Time until ${sayCount(waitingRoom.queued)} waiting people are admitted, at the rate the nodes serve within the budget`,
    alt: chosen
      ? `With ${sayCount(recommended)} nodes the queue is empty after ${sayTime(chosen[1] * 1000)}.`
      : 'The queue never empties with the recommended nodes.',
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
        y: spanAxis(longest, 'time until the queue is empty'),
        labelled: false,
        marks: [{ kind: 'line', label: 'drain', ink: 'waiting', width: 2, points: drained }, ...note],
      },
    ],
    phases: [],
    levels: [],
    table: tableOf(waitingRoom),
  };
}

function tableOf({ curve }: PlanWaitingRoom): Table {
  return {
    caption: 'Waiting room by nodes',
    header: ['nodes', 'people admitted per second', 'queue empty after'],
    rows: curve.map((one) => [
      sayCount(one.nodes),
      estimate(one.admitRate),
      one.drainSeconds === null ? 'never' : sayTime(one.drainSeconds * 1000),
    ]),
  };
}
