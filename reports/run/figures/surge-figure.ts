import type { Line, ReportSeries, SurgeSeries } from '../../../models/results/series.ts';
import type { Figure, Panel, Table } from '../../charts/figure.ts';
import { highest, pointsOf, sampleTimes, valueAt } from '../../charts/points.ts';
import { amountAxis, timeAxis } from '../../charts/ticks.ts';
import { elapsed, kstClock } from '../../format/clock.ts';
import { threeDigits, whole } from '../../format/number.ts';
import { phasesOf } from './phases.ts';

/** Scheduled and started arrivals, people waiting and admissions, on one time axis. `finding` becomes the text alternative. */
export function surgeFigure(series: ReportSeries, finding: string): Figure {
  const { surge } = series;
  return {
    name: 'surge',
    subtitle: 'Arrivals and admissions per second, people waiting; time of day in Korea',
    alt: finding,
    startedAt: series.startedAt,
    x: timeAxis(series.startedAt, series.durationSeconds),
    panels: [arrivals(surge), waiting(surge), admissions(surge)],
    phases: phasesOf(series),
    levels: [],
    table: surgeTable(series),
  };
}

function arrivals(surge: SurgeSeries): Panel {
  const y = amountAxis(Math.max(highest(surge.scheduled), highest(surge.started)), 'people per second', 'rate', 3);
  return {
    title: 'Arrivals',
    height: 130,
    y,
    labelled: true,
    marks: [
      { kind: 'area', label: 'scheduled', ink: 'band', fill: 'band', points: pointsOf(surge.scheduled) },
      { kind: 'line', label: 'started', ink: 'ink', width: 1.5, points: pointsOf(surge.started) },
    ],
  };
}

function waiting(surge: SurgeSeries): Panel {
  const y = amountAxis(Math.max(highest(surge.waiting), (surge.peak?.waiting ?? 0) * 1.12), 'people', 'count', 5);
  const peak = surge.peak;
  return {
    title: 'Waiting in line',
    height: 190,
    y,
    labelled: true,
    marks: [
      { kind: 'area', label: 'waiting', ink: 'waiting-room', fill: 'waiting-fill', points: pointsOf(surge.waiting) },
      ...(peak && peak.waiting > 0
        ? [{ kind: 'note' as const, text: `${whole(peak.waiting)} waiting`, x: peak.at, y: peak.waiting, anchor: 'above' as const }]
        : []),
    ],
  };
}

function admissions(surge: SurgeSeries): Panel {
  const y = amountAxis(Math.max(highest(surge.admitted), 0), 'people per second', 'rate', 3);
  return {
    title: 'Admissions',
    height: 100,
    y,
    labelled: true,
    marks: [{ kind: 'line', label: 'admitted', ink: 'ink', width: 1.5, points: pointsOf(surge.admitted) }],
  };
}

function surgeTable(series: ReportSeries): Table {
  const { surge, startedAt } = series;
  const row = (second: number): string[] => {
    const at = (line: Line): number | null => valueAt(line, second);
    const rates = [at(surge.scheduled), at(surge.started), at(surge.admitted)].map(threeDigits);
    return [kstClock(startedAt + second * 1000), elapsed(second), ...rates, whole(at(surge.waiting)), whole(at(surge.active))];
  };
  return {
    caption: 'The surge at twenty moments',
    header: ['KST', 'since the start', 'scheduled, 1/s', 'started, 1/s', 'admitted, 1/s', 'waiting, people', 'inside, people'],
    rows: sampleTimes(series.durationSeconds).map(row),
  };
}
