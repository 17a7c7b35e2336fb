import type { PlanFile } from '../../models/results/plan.ts';
import type { Figure } from '../charts/figure.ts';
import { amountAxis } from '../charts/ticks.ts';
import { duration } from '../format/duration.ts';
import { threeDigits, whole } from '../format/number.ts';
import { numberAxis } from './number-axis.ts';

/** Time until the line of a waiting room is empty, by nodes. */
export function drainFigure({ waitingRoom, recommended }: PlanFile): Figure | null {
  const drained = waitingRoom.curve.flatMap(({ nodes, drainSeconds }) => (drainSeconds === null ? [] : [[nodes, drainSeconds] as const]));
  if (drained.length === 0) return null;
  const longest = Math.max(...drained.map(([, seconds]) => seconds));
  const axis = amountAxis(longest, 'time until the line is empty', 'seconds');
  const chosen = drained.find(([nodes]) => nodes === recommended);
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
        y: { ...axis, ticks: axis.ticks.map(({ value }) => ({ value, label: value === 0 ? '0' : duration(value * 1000) })) },
        labelled: false,
        marks: [
          { kind: 'line', label: 'drain', ink: 'waiting-room', width: 2, points: drained },
          ...(chosen
            ? [{ kind: 'note' as const, text: `${whole(recommended)} recommended`, x: chosen[0], y: chosen[1], anchor: 'above' as const }]
            : []),
        ],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: 'Waiting room by nodes',
      header: ['nodes', 'people let in per second', 'line empty after'],
      rows: waitingRoom.curve.map((one) => [
        whole(one.nodes),
        threeDigits(one.admitRate),
        one.drainSeconds === null ? 'never' : duration(one.drainSeconds * 1000),
      ]),
    },
  };
}
