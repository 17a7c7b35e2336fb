import type { CapacityStep } from '../../results/plan/capacity.ts';
import { mser5 } from '../../statistics/mser5.ts';
import { average, batched, varianceOfMean } from './batches.ts';
import { countedStep } from './counted-step.ts';
import { type BlockHistograms, blockHistograms, mergedHistogram, type StepHistogram, shareBeyond, timeAtShare } from './step-histogram.ts';

/** A share of requests beyond a time of a step, and how well it is known. */
export interface TailShare {
  /** The share that was looked for; cells and ties make the measured one a little different. */
  readonly nominal: number;
  readonly time: number;
  readonly share: number;
  /** Variance of ln(share): from the spread of blocks, and what no formula is better than. */
  readonly variance: number;
  /** The part of it that the blocks do not show. */
  readonly hidden: number;
}

/** A step after its warm-up, with what the fits need. */
export interface SteadyStep {
  readonly step: CapacityStep;
  /** Histograms of the blocks after the warm-up. */
  readonly blocks: BlockHistograms;
  readonly warmUpBlocks: number;
  readonly histogram: StepHistogram;
  /** Arrivals per second after the warm-up. */
  readonly rate: number;
  readonly ca2: number;
  readonly tails: readonly TailShare[];
  /** Variance of ln(mean response). */
  readonly meanVariance: number;
}

/** Reason why a step is left out. `throughput`: the rate that the nodes still answered. */
export interface RefusedStep {
  readonly step: CapacityStep;
  readonly reason: string;
  readonly throughput: boolean;
}

/** Fewest blocks for MSER-5: on fewer it finds spurious warm-ups. */
const LEAST_BLOCKS_TO_CUT = 60;
/** Share of a step; what warms up for longer drifts, and is measured again. */
const LONGEST_WARM_UP = 0.25;
/** Standard deviations of later stretches of the same length. */
const WARM_UP_DEVIATIONS = 4;
const LEAST_BLOCKS = 6;
const LEAST_REQUESTS = 200;
/** Smallest answered share of the offered arrivals; below it the target did not keep up. */
const LEAST_ACHIEVED = 0.97;
/** Standard deviations of the count of arrivals that the answers may fall short of what was meant. */
const CHANCE_DEVIATIONS = 3;
/** A drift between the first and the last third counts when it is this large beside the mean, and beside its own standard error. */
const DRIFT = { share: 0.2, errors: 4 };
/** Shares that residuals are taken at: the median, and the tail that budgets are about. */
const SHARES = [0.5, 0.1, 0.01] as const;
const BATCHES = 12;
/** No formula is exact to better than 2 % of a tail: without it one long step would outweigh all others. */
const MODEL_VARIANCE = 0.02 ** 2;

/** A step that can be fitted, or the reason why not. */
export function steadyStep(step: CapacityStep): SteadyStep | RefusedStep {
  const refuse = (reason: string, throughput = false): RefusedStep => ({ step, reason, throughput });
  if (!step.generator.valid)
    return refuse(
      `the generator was the limit (${step.generator.reason ?? 'no reason was recorded'}): measure it again from a stronger one`,
    );
  if (saturates(step))
    return refuse(
      `not stationary: ${percent(countedStep(step).rate / step.offeredRate)} of the arrivals were answered, so the queue grew`,
      true,
    );
  const filled = step.blocks.filter((block) => block.answered > 0);
  const requests = filled.reduce((sum, block) => sum + block.answered, 0);
  if (filled.length < LEAST_BLOCKS || requests < LEAST_REQUESTS)
    return refuse(
      `${requests} requests in ${filled.length} blocks are too few (at least ${LEAST_REQUESTS} in ${LEAST_BLOCKS}): measure longer`,
    );
  const { times, counts } = blockHistograms(filled);
  const means = counts.map((block) => mergedHistogram(times, [block]).mean);
  const warmUpBlocks = warmUpOf(means);
  const drift = driftOf(means.slice(warmUpBlocks));
  if (drift !== null)
    return refuse(`not stationary: the mean response ${drift} from the first to the last third: measure longer, or find out what changes`);
  return describe(step, { times, counts: counts.slice(warmUpBlocks) }, warmUpBlocks);
}

/**
 * Blocks of warm-up, by MSER-5, where the start differs from every later stretch as long. A busy queue has long excursions, and MSER-5 alone cuts one
 * that happens to come first: the waits that are left are then too short, and the capacity too large.
 */
function warmUpOf(means: readonly number[]): number {
  const blocks = means.length >= LEAST_BLOCKS_TO_CUT ? 5 * mser5(means).truncatedBatches : 0;
  if (blocks === 0 || blocks > means.length * LONGEST_WARM_UP) return 0;
  const later = batched(means.slice(blocks), Math.floor(means.length / blocks) - 1).map(average);
  const spread = Math.sqrt(varianceOfMean(later) * later.length);
  return Math.abs(average(means.slice(0, blocks)) - average(later)) > WARM_UP_DEVIATIONS * spread ? blocks : 0;
}

/** True when the answers fall short of the arrivals by more than the noise of a Poisson count. */
function saturates(step: CapacityStep): boolean {
  const { rate, seconds } = countedStep(step);
  const arrivals = step.offeredRate * seconds;
  const chance = arrivals === 0 ? 0 : CHANCE_DEVIATIONS / Math.sqrt(arrivals);
  return rate < step.offeredRate * Math.min(LEAST_ACHIEVED, 1 - chance);
}

/** A step with what the fits need of it, from its blocks after the warm-up. */
export function describe(step: CapacityStep, blocks: BlockHistograms, warmUpBlocks: number): SteadyStep {
  const { times, counts } = blocks;
  const histogram = mergedHistogram(times, counts);
  const batches = batched(counts, BATCHES).map((batch) => mergedHistogram(times, batch));
  const tails = SHARES.map((share): TailShare => {
    const time = timeAtShare(histogram, 1 - share);
    const beyond = Math.max(0.5 / histogram.count, shareBeyond(histogram, time));
    const spread = varianceOfMean(batches.map((batch) => shareBeyond(batch, time)));
    const seen = Math.max(spread, (beyond * (1 - beyond)) / histogram.count) / beyond ** 2;
    return { nominal: share, time, share: beyond, variance: seen + MODEL_VARIANCE, hidden: MODEL_VARIANCE };
  });
  return {
    step,
    blocks,
    warmUpBlocks,
    histogram,
    rate: histogram.count / (counts.length * step.blockSeconds),
    ca2: step.spacing === 'even' ? 0 : 1,
    tails,
    meanVariance: varianceOfMean(batches.map((batch) => batch.mean)) / histogram.mean ** 2,
  };
}

const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`;

/** Drift of the block means as a sentence; null when there is none. */
function driftOf(means: readonly number[]): string | null {
  const third = Math.floor(means.length / 3);
  const [first, last] = [means.slice(0, third), means.slice(-third)];
  const difference = average(last) - average(first);
  const errors = Math.sqrt(varianceOfMean(batched(first, 4).map(average)) + varianceOfMean(batched(last, 4).map(average)));
  if (Math.abs(difference) < DRIFT.share * average(means) || Math.abs(difference) < DRIFT.errors * errors) return null;
  return `${difference > 0 ? 'grew' : 'fell'} by ${percent(Math.abs(difference) / average(first))}`;
}
