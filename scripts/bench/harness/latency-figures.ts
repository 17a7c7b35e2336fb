import type { PackedCells } from '../../../models/measurement/folded-run.ts';
import { countPacked, meanPacked, quantilePacked } from '../../../models/measurement/packed-cells.ts';

/** What a mean and percentiles of latencies say, milliseconds. */
export interface LatencyFigures {
  readonly count: number;
  readonly mean: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** Nearest-rank percentiles of a histogram; all zero of an empty one. */
export function figuresOf(cells: PackedCells): LatencyFigures {
  const quantile = (q: number): number => quantilePacked(cells, q) ?? 0;
  return { count: countPacked(cells), mean: meanPacked(cells) ?? 0, p90: quantile(0.9), p95: quantile(0.95), p99: quantile(0.99) };
}

/**
 * Latencies of a request at a constant rate while the target stands still for a time and answers at once otherwise: who comes then waits
 * for the rest of the stop, so a share stop/run of the requests has a latency uniform in (0, stop].
 *
 * @example trueFigures({ rate: 200, seconds: 20, stopped: 3 }) // => { count: 4000, mean: 225, p90: 1000, p95: 2000, p99: 2800 }
 */
export function trueFigures({ rate, seconds, stopped }: { rate: number; seconds: number; stopped: number }): LatencyFigures {
  const beyond = (share: number): number => Math.round((stopped - share * seconds) * 1_000);
  return {
    count: rate * seconds,
    mean: (stopped * stopped * 1_000) / (2 * seconds),
    p90: beyond(0.1),
    p95: beyond(0.05),
    p99: beyond(0.01),
  };
}

/**
 * The largest relative deviation of a figure from the truth.
 *
 * @example deviation({ count: 1, mean: 1, p90: 1, p95: 1, p99: 3 }, { count: 1, mean: 1, p90: 1, p95: 1, p99: 2 }) // => 0.5
 */
export function deviation(figures: LatencyFigures, truth: LatencyFigures): number {
  return Math.max(...(Object.keys(truth) as (keyof LatencyFigures)[]).map((name) => Math.abs(figures[name] - truth[name]) / truth[name]));
}

/** One line, for a table. */
export function sayFigures({ count, mean, p90, p95, p99 }: LatencyFigures): string {
  const seconds = (ms: number): string => `${(ms / 1_000).toPrecision(3)} s`;
  const times = [mean < 1_000 ? `mean ${mean.toFixed(1)} ms` : `mean ${seconds(mean)}`];
  for (const [name, ms] of Object.entries({ p90, p95, p99 })) times.push(`${name} ${ms < 100 ? `${ms.toFixed(1)} ms` : seconds(ms)}`);
  return `${count.toLocaleString('en')} requests, ${times.join(', ')}`;
}
