import type { Figure } from '../../charts/figure.ts';
import { compact, sampleTimes } from '../../charts/points.ts';
import { amountAxis, timeAxis } from '../../charts/ticks.ts';
import { elapsed, kstClock } from '../../format/clock.ts';
import { threeDigits, whole } from '../../format/number.ts';
import type { ReportInput } from '../report-input.ts';

const MOST_POINTS = 500;

/** Processor and memory of the load generator: whether it, rather than the target, was the limit. */
export function generatorFigure(
  { series, generator, manifest }: Pick<ReportInput, 'series' | 'generator' | 'manifest'>,
  finding: string,
): Figure {
  const cores = manifest.host.cores;
  const step = Math.max(1, Math.ceil(generator.length / MOST_POINTS));
  // The highest of each stretch: a busy second must not be averaged away.
  const points = (of: (index: number) => number): [number, number][] =>
    Array.from({ length: Math.ceil(generator.length / step) }, (_, stretch) => {
      const values = generator.slice(stretch * step, (stretch + 1) * step).map((_, index) => of(stretch * step + index));
      return [generator[stretch * step]?.second ?? 0, compact(Math.max(...values))];
    });
  const cpu = points((index) => generator[index]?.cpu ?? 0);
  const memory = points((index) => generator[index]?.memoryMiB ?? 0);
  const top = (of: readonly [number, number][]): number => of.reduce((most, [, y]) => Math.max(most, y), 0);
  const rows = sampleTimes(generator.length).flatMap((index) => generator.slice(index, index + 1));
  return {
    name: 'generator',
    subtitle: `Processor and memory of the load generator; the machine has ${whole(cores)} cores`,
    alt: finding,
    startedAt: series.startedAt,
    x: timeAxis(series.startedAt, series.durationSeconds),
    panels: [
      {
        title: 'Processor',
        height: 90,
        y: amountAxis(Math.max(top(cpu), cores), 'cores', 'cores', 3),
        labelled: true,
        marks: [{ kind: 'line', label: 'generator', ink: 'ink', width: 1.5, points: cpu }],
      },
      {
        title: 'Memory',
        height: 80,
        y: amountAxis(top(memory), 'MiB', 'mebibytes', 3),
        labelled: true,
        marks: [{ kind: 'line', label: 'generator', ink: 'ink', width: 1.5, points: memory }],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: 'The generator at twenty moments',
      header: ['KST', 'since the start', 'processor, cores', 'memory, MiB'],
      rows: rows.map((row) => [
        kstClock(series.startedAt + row.second * 1000),
        elapsed(row.second),
        threeDigits(row.cpu),
        threeDigits(row.memoryMiB),
      ]),
    },
  };
}
