import type { PercentilePlot, PercentilePoint, StepSeries } from '../../results/series.ts';
import type { Clock } from '../../workload/log/measurement-log.ts';
import type { FoldedRun, PackedCells } from '../folded-run.ts';
import { isTimed, total } from '../judged-samples.ts';
import { countPacked, quantilePacked } from '../packed-cells.ts';

const POINTS_PER_DECADE = 24;
/** The axis 1/(1 − q) starts at the median. */
const FIRST = 2;
const FEWEST_BEYOND = 10;

/** *Service* beside *response* time of steps over the judged phases: the gap is the time spent waiting to be sent. */
export function percentilePlots(folded: FoldedRun, steps: readonly StepSeries[]): PercentilePlot[] {
  return steps.map(({ step, title }) => {
    const cellsOf = (which: Clock): PackedCells =>
      total(folded.samples.filter((series) => series.step === step && series.clock === which && series.judged && isTimed(series.outcome)));
    const response = cellsOf(1);
    return { step, title, samples: countPacked(response), service: percentilePoints(cellsOf(0)), response: percentilePoints(response) };
  });
}

/** Quantiles evenly spread over the axis 1/(1 − q), from the median to the last one with ten samples beyond it. */
export function percentilePoints(cells: PackedCells): PercentilePoint[] {
  const last = countPacked(cells) / FEWEST_BEYOND;
  const steps = Math.floor(Math.log10(last / FIRST) * POINTS_PER_DECADE + 1e-9);
  return Array.from({ length: Math.max(0, steps + 1) }, (_, i) => {
    const oneIn = FIRST * 10 ** (i / POINTS_PER_DECADE);
    const quantile = 1 - 1 / oneIn;
    return { quantile, oneIn, ms: quantilePacked(cells, quantile)! };
  });
}
