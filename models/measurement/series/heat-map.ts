import type { HeatMap, JourneyLatency } from '../../results/series.ts';
import { bucketMid } from '../../workload/log/histogram.ts';
import { STEPS } from '../../workload/surge/step.ts';
import type { FoldedRun, PackedCells } from '../folded-run.ts';
import { isTimed, perSecond } from '../judged-samples.ts';
import { sumPacked } from '../packed-cells.ts';
import { binCells, binStarts, binWidth } from './bins.ts';

const MOST_COLUMNS = 120;
/** Rows double every four: 19 % a row, fine enough to see two modes apart. */
const ROWS_PER_OCTAVE = 4;

/** Response times of each used journey as counts over time and latency; rows from the fastest to the slowest answer of the journey. */
export function heatMaps(folded: FoldedRun, latency: readonly JourneyLatency[]): HeatMap[] {
  return latency.map(({ journey, steps }) => {
    const names = STEPS.filter((step) => step.journey === journey).map(({ name }): string => name);
    const series = folded.samples.filter(({ step, clock, outcome }) => names.includes(step) && clock === 1 && isTimed(outcome));
    const width = binWidth(folded.seconds, MOST_COLUMNS);
    const columns = binCells(perSecond(series), folded.seconds, width);
    const all = sumPacked(columns);
    const low = rowOf(all[0]!);
    const rows = rowOf(all[all.length - 2]!) - low + 1;
    const worst = steps[0]!;
    return {
      journey,
      binSeconds: width,
      times: binStarts(folded.seconds, width),
      edges: Array.from({ length: rows + 1 }, (_, row) => 2 ** ((low + row) / ROWS_PER_OCTAVE)),
      counts: columns.map((cells) => rowCounts(cells, low, rows)),
      budget: worst.budget === null ? null : { step: worst.step, p95: worst.budget.p95 },
    };
  });
}

function rowCounts(cells: PackedCells, low: number, rows: number): number[] {
  const counts = new Array<number>(rows).fill(0);
  for (let i = 0; i < cells.length; i += 2) counts[rowOf(cells[i]!) - low]! += cells[i + 1]!;
  return counts;
}

const rowOf = (bucket: number): number => Math.floor(Math.log2(bucketMid(bucket)) * ROWS_PER_OCTAVE);
