import type { HeatMap, StepSeries } from '../../results/series.ts';
import { bucketMid } from '../../workload/log/histogram.ts';
import type { FoldedRun, PackedCells } from '../folded-run.ts';
import { perSecond } from '../judged-samples.ts';
import { sumPacked } from '../packed-cells.ts';
import { binCells, binStarts, binWidth } from './bins.ts';
import { shownSeries } from './step-series.ts';

const MOST_COLUMNS = 120;
/** Rows double every four: 19 % a row, fine enough to see two modes apart. */
const ROWS_PER_OCTAVE = 4;

/** Response times of steps as counts over time and latency; rows from the fastest to the slowest answer of the step. */
export function heatMaps(folded: FoldedRun, steps: readonly StepSeries[]): HeatMap[] {
  return steps.map(({ step, title, limits }) => {
    const { shown } = shownSeries(folded.samples.filter((series) => series.step === step && series.clock === 1));
    const width = binWidth(folded.seconds, MOST_COLUMNS);
    const columns = binCells(perSecond(shown), folded.seconds, width);
    const all = sumPacked(columns);
    const low = rowOf(all[0]!);
    const rows = rowOf(all[all.length - 2]!) - low + 1;
    return {
      step,
      title,
      binSeconds: width,
      times: binStarts(folded.seconds, width),
      edges: Array.from({ length: rows + 1 }, (_, row) => 2 ** ((low + row) / ROWS_PER_OCTAVE)),
      counts: columns.map((cells) => rowCounts(cells, low, rows)),
      limit: limits?.p95 ?? null,
    };
  });
}

function rowCounts(cells: PackedCells, low: number, rows: number): number[] {
  const counts = new Array<number>(rows).fill(0);
  for (let i = 0; i < cells.length; i += 2) counts[rowOf(cells[i]!) - low]! += cells[i + 1]!;
  return counts;
}

const rowOf = (bucket: number): number => Math.floor(Math.log2(bucketMid(bucket)) * ROWS_PER_OCTAVE);
