import type { Line, ReportSeries } from '../../../../models/results/series.ts';
import { sayCount, sayNumber } from '../../../../models/words/count.ts';
import type { Figure, Mark, Panel } from '../../../charts/figure/figure.ts';
import { highest, pointsOf, valueAt } from '../../../charts/figure/points.ts';
import { amountAxis } from '../../../charts/figure/ticks.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { momentsTable, overTime } from './over-time.ts';

type Surge = ReportSeries['surge'];

/** Arrivals, people in the queue where there is a waiting room, and active people, on one time axis. */
export function peopleFigure(report: ReportInput, finding: string): Figure {
  const { surge } = report.series;
  const room = report.run.queue !== null;
  return {
    name: 'people',
    subtitle: `Arrivals per second${room ? ', people in the queue, admissions per second' : ''} and active people (those between their first request and their end)`,
    alt: finding,
    ...overTime(report),
    panels: [arrivals(surge), ...(room ? [waiting(surge), admissions(surge)] : []), active(surge)],
    table: peopleTable(report, room),
  };
}

function arrivals(surge: Surge): Panel {
  const y = amountAxis(Math.max(highest(surge.scheduled), highest(surge.started)), 'people per second', 'rate', 3);
  return {
    ...{ title: 'Arrivals', height: 120, y, labelled: true },
    marks: [
      { kind: 'area', label: 'scheduled', ink: 'band', fill: 'band', points: pointsOf(surge.scheduled) },
      { kind: 'line', label: 'started', ink: 'ink', width: 1.5, points: pointsOf(surge.started) },
    ],
  };
}

function waiting({ waiting: line, peak }: Surge): Panel {
  const y = amountAxis(Math.max(highest(line), (peak?.waiting ?? 0) * 1.15), 'people', 'count', 4);
  return {
    ...{ title: 'In the queue', height: 150, y, labelled: false },
    marks: [
      { kind: 'area', label: 'in the queue', ink: 'waiting', fill: 'waiting-fill', points: pointsOf(line) },
      ...note(peak && { at: peak.at, people: peak.waiting }),
    ],
  };
}

function admissions({ admitted }: Surge): Panel {
  const y = amountAxis(highest(admitted), 'people per second', 'rate', 3);
  return {
    ...{ title: 'Admissions', height: 90, y, labelled: false },
    marks: [{ kind: 'line', label: 'admitted', ink: 'ink', width: 1.5, points: pointsOf(admitted) }],
  };
}

function active({ active: line, mostActive }: Surge): Panel {
  const y = amountAxis(Math.max(highest(line), (mostActive?.people ?? 0) * 1.15), 'people', 'count', 4);
  return {
    ...{ title: 'Active people', height: 110, y, labelled: false },
    marks: [{ kind: 'area', label: 'active', ink: 'waiting', fill: 'waiting-fill', points: pointsOf(line) }, ...note(mostActive)],
  };
}

const note = (most: { at: number; people: number } | null): Mark[] =>
  most === null ? [] : [{ kind: 'note', text: `at most ${sayCount(most.people)}`, x: most.at, y: most.people, anchor: 'above' }];

function peopleTable(report: ReportInput, room: boolean): Figure['table'] {
  const { surge } = report.series;
  const rate = (line: Line) => (second: number) => sayNumber(valueAt(line, second));
  const count = (line: Line) => (second: number) => sayCount(valueAt(line, second));
  return momentsTable(report, 'People at twenty moments', [
    ['scheduled, 1/s', rate(surge.scheduled)],
    ['started, 1/s', rate(surge.started)],
    ...(room
      ? ([
          ['admitted, 1/s', rate(surge.admitted)],
          ['in the queue, people', count(surge.waiting)],
        ] as const)
      : []),
    ['active, people', count(surge.active)],
  ]);
}
