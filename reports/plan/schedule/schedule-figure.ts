import type { PlanFile } from '../../../models/results/plan/plan.ts';
import type { PlanSchedule } from '../../../models/results/plan/plan-schedule.ts';
import { sayCount } from '../../../models/words/count.ts';
import type { Axis, Figure, Mark } from '../../charts/figure/figure.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { levelName } from '../level-name.ts';
import { scheduleSentence } from './schedule-words.ts';

const HOUR = 3_600_000;
const DAY_TICKS = 8;

/** Nodes by hour against the demand they are for; null without a schedule. */
export function scheduleFigure({ schedule, confidence }: PlanFile): Figure | null {
  const first = Date.parse(`${schedule?.hours[0]?.time ?? ''}Z`);
  if (schedule === null || !Number.isFinite(first)) return null;
  const at = (time: string): number => (Date.parse(`${time}Z`) - first) / HOUR;
  const level = levelName(confidence);
  const { hours } = schedule;
  return {
    name: 'schedule',
    subtitle: `Demand in the busiest second of each hour (P50 and ${level}), and the nodes that each hour needs and that run`,
    alt: scheduleSentence(schedule),
    startedAt: first,
    x: dayAxis(schedule, at),
    panels: [
      {
        title: 'demand',
        height: 150,
        y: amountAxis(Math.max(...hours.map(({ budgeted }) => budgeted)), 'requests per second', 'rate'),
        labelled: true,
        marks: [
          { kind: 'area', label: level, ink: 'band', fill: 'waiting-fill', points: steps(schedule, at, 'budgeted') },
          { kind: 'line', label: 'P50', ink: 'ink', width: 1.5, points: steps(schedule, at, 'p50') },
        ],
      },
      {
        title: 'nodes',
        height: 150,
        y: amountAxis(schedule.most, 'nodes', 'count'),
        labelled: true,
        marks: [
          { kind: 'line', label: 'needed', ink: 'muted', width: 1, dash: [3, 2], points: steps(schedule, at, 'need') },
          running(schedule, at),
        ],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: `Stretches of the schedule, local time (${schedule.timeZone})`,
      header: ['from', 'to', 'nodes'],
      rows: schedule.stretches.map(({ from, to, nodes }) => [from.replace('T', ' '), to.replace('T', ' '), sayCount(nodes)]),
    },
  };
}

/** A value of each hour, level over it. */
const steps = ({ hours }: PlanSchedule, at: (time: string) => number, of: 'p50' | 'budgeted' | 'need') =>
  hours.flatMap((hour) => [[at(hour.time), hour[of]] as const, [at(hour.time) + 1, hour[of]] as const]);

const running = ({ stretches }: PlanSchedule, at: (time: string) => number): Mark => ({
  kind: 'line',
  label: 'running',
  ink: 'series-1',
  width: 2,
  points: stretches.flatMap(({ from, to, nodes }) => [[at(from), nodes] as const, [at(to), nodes] as const]),
});

/** Days at midnight, or every few hours of a single day. */
function dayAxis({ hours }: PlanSchedule, at: (time: string) => number): Axis {
  const last = at(hours.at(-1)!.time) + 1;
  const oneDay = last <= 26;
  const starts = hours.filter(({ time }) => time.endsWith('T00:00')).map(({ time }) => time);
  const stride = Math.max(1, Math.ceil(starts.length / DAY_TICKS));
  const days = starts.filter((_, i) => i % stride === 0).map((time) => ({ value: at(time), label: time.slice(5, 10) }));
  const clock = hours.filter((_, i) => i % 3 === 0).map(({ time }) => ({ value: at(time), label: time.slice(11) }));
  return {
    scale: 'linear',
    min: 0,
    max: last,
    ticks: oneDay ? clock : days,
    title: oneDay ? `hour of ${hours[0]!.time.slice(0, 10)}, local time` : 'day, local time',
    reads: 'count',
  };
}
