import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';

export interface BatchMeans {
  readonly mean: number;
  /** Standard error of the mean, from the spread of the batches. */
  readonly standardError: number;
  readonly batches: number;
}

/**
 * Mean and its standard error for a stationary series whose neighbours depend on each other.
 * Used for every simulated or measured mean: requests of one queue are never independent.
 *
 *   cut into b equal batches with means m_i;  mean = Σ m_i/b,  standard error = √(Σ (m_i − mean)²/(b(b − 1)))
 *
 * Batches much longer than the memory of the series are nearly independent; 20 are usual (t with b − 1 degrees for an interval). What does not
 * fill the last batch is left out. Source: Law and Kelton, Simulation Modeling and Analysis, §9.5.
 * @example batchMeans([1, 3, 2, 4], 2).standardError // => 0.5
 */
export function batchMeans(values: ArrayLike<number>, batches: number): BatchMeans {
  mustBe.whole('batches', batches, 2);
  const size = Math.floor(values.length / batches);
  if (size === 0) throw new Refusal('out-of-range', `values: must be at least ${batches} (one a batch), got ${values.length}`);
  const means: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    let sum = 0;
    for (let i = batch * size; i < (batch + 1) * size; i++) sum += values[i]!;
    means.push(sum / size);
  }
  const mean = means.reduce((sum, value) => sum + value, 0) / batches;
  const squares = means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (batches * (batches - 1))), batches };
}
