import { type Random, randomFrom } from '../workload/random.ts';
import { describe, type SteadyStep } from './steady-step.ts';

/** What is slow together stays together: a block of neighbours lasts at least this long, and a step has at least six of them. */
const LONG_SECONDS = 10;
const FEWEST = 6;

/**
 * The same steps measured once more, by moving-block bootstrap over the blocks of each.
 * Source: Künsch 1989. The same seed and number give the same steps.
 */
export function resampleSteps(steps: readonly SteadyStep[], seed: number, number: number): SteadyStep[] {
  const random = randomFrom(seed, number);
  return steps.map((step) => resampled(step, random));
}

function resampled({ step, blocks, warmUpBlocks, tails, meanVariance }: SteadyStep, random: Random): SteadyStep {
  const length = Math.max(1, Math.min(Math.ceil(LONG_SECONDS / step.blockSeconds), Math.floor(blocks.length / FEWEST)));
  const drawn = Array.from({ length: Math.ceil(blocks.length / length) }, () => {
    const start = Math.floor(random() * (blocks.length - length + 1));
    return blocks.slice(start, start + length);
  });
  const again = describe(step, drawn.flat().slice(0, blocks.length), warmUpBlocks);
  // Weights are those of the measurement: a resample knows no better how well its shares are known.
  return { ...again, tails: again.tails.map((tail, i) => ({ ...tail, variance: tails[i]!.variance })), meanVariance };
}
