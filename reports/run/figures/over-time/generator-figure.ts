import { sayCount, sayNumber } from '../../../../models/words/count.ts';
import type { Figure, Panel } from '../../../charts/figure/figure.ts';
import { compact } from '../../../charts/figure/points.ts';
import { amountAxis } from '../../../charts/figure/ticks.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { momentsTable, overTime } from './over-time.ts';

const MOST_POINTS = 500;

/** Processor and memory of the load generator: whether it, rather than the target, was the limit. */
export function generatorFigure(report: ReportInput, finding: string): Figure {
  const { generator, manifest } = report;
  const cores = manifest.host.cores;
  const each = Math.max(1, Math.ceil(generator.length / MOST_POINTS));
  // The highest of each stretch: a busy second must not be averaged away.
  const pointsOf = (which: 'cpu' | 'memoryMiB'): [number, number][] =>
    Array.from({ length: Math.ceil(generator.length / each) }, (_, stretch) => {
      const part = generator.slice(stretch * each, (stretch + 1) * each);
      return [part[0]?.second ?? 0, compact(Math.max(...part.map((line) => line[which])))];
    });
  const panel = (title: string, unit: string, reads: 'cores' | 'mebibytes', points: [number, number][], least: number): Panel => ({
    ...{ title, height: 80, y: amountAxis(Math.max(least, ...points.map(([, y]) => y)), unit, reads, 3), labelled: false },
    marks: [{ kind: 'line', label: title, ink: 'ink', width: 1.5, points }],
  });
  const at = (second: number) => generator.filter((line) => line.second <= second).at(-1) ?? generator[0];
  return {
    name: 'generator',
    subtitle: `Processor and memory of the load generator; the machine has ${sayCount(cores)} cores`,
    alt: finding,
    ...overTime(report),
    panels: [panel('Processor', 'cores', 'cores', pointsOf('cpu'), cores), panel('Memory', 'MiB', 'mebibytes', pointsOf('memoryMiB'), 0)],
    phases: [],
    table: momentsTable(report, 'The load generator at twenty moments', [
      ['processor, cores', (second) => sayNumber(at(second)?.cpu ?? null)],
      ['memory, MiB', (second) => sayNumber(at(second)?.memoryMiB ?? null)],
    ]),
  };
}
