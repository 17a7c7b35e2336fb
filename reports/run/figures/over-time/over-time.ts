import type { FaultsSummary } from '../../../../models/results/faults.ts';
import type { ReportSeries } from '../../../../models/results/series.ts';
import type { Figure, Phase, Table } from '../../../charts/figure/figure.ts';
import { sampleTimes } from '../../../charts/figure/points.ts';
import { timeAxis } from '../../../charts/figure/ticks.ts';
import { shorten } from '../../../format/shorten.ts';
import { clock, elapsed } from '../../../format/time/clock.ts';
import type { ReportInput } from '../../input/report-input.ts';

type Timed = Pick<ReportInput, 'series' | 'timeZone' | 'run'>;

/** What every figure over the time of a run shares. */
export function overTime({ series, timeZone, run }: Timed): Pick<Figure, 'startedAt' | 'timeZone' | 'x' | 'phases' | 'faults' | 'levels'> {
  const { startedAt, durationSeconds } = series;
  return {
    startedAt,
    timeZone,
    x: timeAxis(startedAt, durationSeconds, timeZone),
    phases: phasesOf(series),
    ...faultsOf(run.faults, durationSeconds),
    levels: [],
  };
}

/** Phases of a run; those that are not judged are shaded and say so. */
function phasesOf(series: ReportSeries): Phase[] {
  return series.phases.map(({ name, from, to, judged }) => ({ name: judged ? name : `${name} (not judged)`, from, to, shaded: !judged }));
}

/** Faults that were there while the run was. */
function faultsOf(faults: FaultsSummary | undefined, end: number): Pick<Figure, 'faults'> {
  const there = (faults?.effects ?? []).filter(({ wasDone, from }) => wasDone && from < end);
  return there.length === 0
    ? {}
    : { faults: there.map(({ title, from, to }) => ({ name: shorten(title, 80), from, to: Math.min(to, end) })) };
}

/** Numbers of a figure at up to twenty moments; each column has its name and its text at a second. */
export function momentsTable(
  { series, timeZone }: Timed,
  caption: string,
  columns: readonly (readonly [name: string, at: (second: number) => string])[],
): Table {
  return {
    caption,
    header: [`time (${timeZone})`, 'since the start', ...columns.map(([name]) => name)],
    rows: sampleTimes(series.durationSeconds).map((second) => [
      clock(series.startedAt + second * 1000, timeZone),
      elapsed(second),
      ...columns.map(([, at]) => at(second)),
    ]),
  };
}
