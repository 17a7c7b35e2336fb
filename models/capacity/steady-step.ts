import type { CapacityBlock, CapacityStep } from '../results/capacity.ts';
import { mser5 } from '../statistics/mser5.ts';
import { type StepHistogram, shareBeyond, stepHistogram } from './step-histogram.ts';

/** A share of requests beyond a time of a step, and how well it is known. */
export interface TailShare {
  readonly time: number;
  readonly share: number;
  /** Variance of ln(share), from the spread of blocks. */
  readonly variance: number;
}

/** A step after its warm-up, with what the fits need. */
export interface SteadyStep {
  readonly step: CapacityStep;
  readonly blocks: readonly CapacityBlock[];
  readonly warmUpBlocks: number;
  readonly histogram: StepHistogram;
  /** Arrivals per second after the warm-up. */
  readonly rate: number;
  readonly ca2: number;
  readonly tails: readonly TailShare[];
  /** Variance of ln(mean response). */
  readonly meanVariance: number;
}

/** Why a step is left out. `throughput`: it still says how much the nodes answered. */
export interface RefusedStep {
  readonly step: CapacityStep;
  readonly reason: string;
  readonly throughput: boolean;
}

/** MSER-5 on fewer blocks finds a warm-up by chance. */
const LEAST_BLOCKS_TO_CUT = 60;
const LEAST_BLOCKS = 6;
const LEAST_REQUESTS = 200;
/** Of the offered arrivals: below it the target did not keep up. */
const LEAST_ACHIEVED = 0.97;
/** A drift between the first and the last third counts when it is this large beside the mean, and beside its own standard error. */
const DRIFT = { share: 0.2, errors: 4 };
/** Shares that residuals are taken at: the median, and the tail that budgets are about. */
const SHARES = [0.5, 0.1, 0.01] as const;
const BATCHES = 12;

/** A step that can be fitted, or the reason why not. */
export function steadyStep(step: CapacityStep): SteadyStep | RefusedStep {
  const refuse = (reason: string, throughput = false): RefusedStep => ({ step, reason, throughput });
  if (!step.generator.valid)
    return refuse(
      `the generator was the limit (${step.generator.reason ?? 'no reason was recorded'}): measure it again from a stronger one`,
    );
  if (step.achievedRate < LEAST_ACHIEVED * step.offeredRate)
    return refuse(
      `not stationary: ${percent(step.achievedRate / step.offeredRate)} of the arrivals were answered, so the queue grew`,
      true,
    );
  const filled = step.blocks.filter((block) => block.answered > 0);
  const requests = filled.reduce((sum, block) => sum + block.answered, 0);
  if (filled.length < LEAST_BLOCKS || requests < LEAST_REQUESTS)
    return refuse(
      `${requests} requests in ${filled.length} blocks are too few (at least ${LEAST_REQUESTS} in ${LEAST_BLOCKS}): measure longer`,
    );
  const means = filled.map((block) => stepHistogram([block]).mean);
  const cut = filled.length >= LEAST_BLOCKS_TO_CUT ? mser5(means).truncatedBatches : 0;
  const warmUpBlocks = 5 * cut;
  // A cut of half is as much as MSER-5 looks for: what it cuts then may be no warm-up, so the whole step is looked at.
  const drift = driftOf(cut === Math.floor(filled.length / 10) ? means : means.slice(warmUpBlocks));
  if (drift !== null)
    return refuse(`not stationary: the mean response ${drift} from the first to the last third: measure longer, or find out what changes`);
  return describe(step, filled.slice(warmUpBlocks), warmUpBlocks);
}

export function describe(step: CapacityStep, blocks: readonly CapacityBlock[], warmUpBlocks: number): SteadyStep {
  const histogram = stepHistogram(blocks);
  const batches = batched(blocks, BATCHES).map(stepHistogram);
  const tails = SHARES.map((share): TailShare => {
    const time = histogram.quantile(1 - share);
    const beyond = Math.max(0.5 / histogram.count, shareBeyond(histogram, time));
    const spread = varianceOfMean(batches.map((batch) => shareBeyond(batch, time)));
    return { time, share: beyond, variance: Math.max(spread, (beyond * (1 - beyond)) / histogram.count) / beyond ** 2 };
  });
  return {
    step,
    blocks,
    warmUpBlocks,
    histogram,
    rate: histogram.count / (blocks.length * step.blockSeconds),
    ca2: step.spacing === 'even' ? 0 : 1,
    tails,
    meanVariance: varianceOfMean(batches.map((batch) => batch.mean)) / histogram.mean ** 2,
  };
}

const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`;

function batched<Item>(items: readonly Item[], most: number): Item[][] {
  const batches = Math.min(most, items.length);
  return Array.from({ length: batches }, (_, i) =>
    items.slice(Math.floor((i * items.length) / batches), Math.floor(((i + 1) * items.length) / batches)),
  );
}

function varianceOfMean(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length * Math.max(1, values.length - 1));
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** In words, null when there is none. */
function driftOf(means: readonly number[]): string | null {
  const third = Math.floor(means.length / 3);
  const [first, last] = [means.slice(0, third), means.slice(-third)];
  const difference = average(last) - average(first);
  const errors = Math.sqrt(varianceOfMean(batched(first, 4).map(average)) + varianceOfMean(batched(last, 4).map(average)));
  if (Math.abs(difference) < DRIFT.share * average(means) || Math.abs(difference) < DRIFT.errors * errors) return null;
  return `${difference > 0 ? 'grew' : 'fell'} by ${percent(Math.abs(difference) / average(first))}`;
}
