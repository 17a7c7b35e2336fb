import { normal, type Random, randomFrom } from '../../workload/users/random.ts';
import type { SaturatedStep } from './saturated-step.ts';
import type { SteadyStep, TailShare } from './steady-step.ts';
import { mergedHistogram, shareBeyond, timeAtShare } from './step-histogram.ts';

/** Steps that a fit reads: those with latencies, and those that show what the nodes can do at most. */
export interface MeasuredSteps {
  readonly steady: readonly SteadyStep[];
  readonly saturated: readonly SaturatedStep[];
  /** Requests per second that utilisation allows a node; null when it does not tell. */
  readonly mostPerNode: number | null;
}

/** Shortest stretch of neighbouring blocks in seconds, so that slow blocks stay together, and the fewest stretches of a step. */
const LONG_SECONDS = 10;
const FEWEST = 12;
/**
 * The same steps measured once more: moving-block bootstrap over the blocks of each, throughput of saturated ones by its variance.
 * Source: Künsch 1989. The same seed and number give the same steps.
 */
export function resampleSteps({ steady, saturated, mostPerNode }: MeasuredSteps, seed: number, number: number): MeasuredSteps {
  const random = randomFrom(seed, number);
  return {
    mostPerNode,
    steady: steady.map((step) => resampled(step, random)),
    saturated: saturated.map((step) => ({ ...step, rate: step.rate * Math.exp(Math.sqrt(step.variance) * normal(random)) })),
  };
}

function resampled(step: SteadyStep, random: Random): SteadyStep {
  const { times, counts } = step.blocks;
  const length = Math.max(1, Math.min(Math.ceil(LONG_SECONDS / step.step.blockSeconds), Math.floor(counts.length / FEWEST)));
  const drawn = Array.from({ length: Math.ceil(counts.length / length) }, () => {
    const start = Math.floor(random() * (counts.length - length + 1));
    return counts.slice(start, start + length);
  });
  const histogram = mergedHistogram(times, drawn.flat().slice(0, counts.length));
  // One number a step: its tails are long or short together. Weights are those of the measurement: a resample knows no better how well its shares are known.
  const luck = normal(random);
  const tails = step.tails.map((tail): TailShare => {
    const time = timeAtShare(histogram, 1 - tail.nominal);
    const share = Math.max(0.5 / histogram.count, shareBeyond(histogram, time));
    return { ...tail, time, share: share * Math.exp(luck * Math.sqrt(tail.hidden)) };
  });
  return { ...step, histogram, tails, rate: histogram.count / (counts.length * step.step.blockSeconds) };
}
