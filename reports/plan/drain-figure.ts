import type { PlanFile, PlanWaitingRoom } from '../../models/results/plan/plan.ts';
import { plural, sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import type { Figure, Mark, Table } from '../charts/figure/figure.ts';
import { numberAxis } from '../charts/figure/number-axis.ts';
import { spanAxis } from '../charts/figure/ticks.ts';
import { estimate } from '../format/number.ts';

/** Time until the queue of a waiting room is empty, by nodes. */
export function drainFigure({ waitingRoom, needed, recommended }: PlanFile): Figure | null {
  if (waitingRoom === null) return null;
  const drained = waitingRoom.curve.flatMap(({ nodes, drainSeconds }) => (drainSeconds === null ? [] : [[nodes, drainSeconds] as const]));
  if (drained.length === 0) return null;
  const longest = Math.max(...drained.map(([, seconds]) => seconds));
  const after = (count: number) => drained.find(([nodes]) => nodes === count);
  const chosen = after(needed.nodes);
  // The curve falls: to the right of its point there is room above it.
  const note: Mark[] = chosen
    ? [{ kind: 'note', text: `${sayCount(needed.nodes)} for the peak`, x: chosen[0], y: chosen[1], anchor: 'above right' }]
    : [];
  return {
    name: 'drain',
    subtitle: `Time until ${sayCount(waitingRoom.queued)} waiting people are admitted, at the rate the nodes serve within the budget and with no other traffic`,
    alt: drainFinding(needed.nodes, recommended, after),
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

/** The nodes of the peak admit; what the spare ones would add stands beside it. */
function drainFinding(needed: number, recommended: number, after: (count: number) => readonly [number, number] | undefined): string {
  const [few, all] = [after(needed), after(recommended)];
  const on = plural(needed, 'node', 'nodes');
  if (few === undefined) return `On the ${on} that the peak needs the queue never empties.`;
  const spared = all === undefined || recommended === needed ? '' : `, with the spare nodes serving too after ${sayTime(all[1] * 1000)}`;
  return `On the ${on} that the peak needs the queue is empty after ${sayTime(few[1] * 1000)}${spared}.`;
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
