import type { CapacityStep } from '../../results/plan/capacity.ts';
import { bucketMid, decodeCells } from '../../workload/log/histogram.ts';

/** A step as its blocks count it, warm-up included. */
export interface CountedStep {
  readonly step: CapacityStep;
  /** Seconds of all blocks; 0 without blocks. */
  readonly seconds: number;
  readonly answered: number;
  readonly failed: number;
  /** Requests in the cells, which are those that were answered. */
  readonly inCells: number;
  /** Answers per second; what the step says where there are no blocks. */
  readonly rate: number;
  /** Mean response, seconds; not a number without answers. */
  readonly mean: number;
  /** Mean number in progress: of the blocks where they know, else of the step; null when not measured. */
  readonly concurrency: number | null;
}

/** Adds up the blocks of a step. */
export function countedStep(step: CapacityStep): CountedStep {
  const { blocks, blockSeconds } = step;
  let [inCells, time] = [0, 0];
  for (const [bucket, count] of blocks.flatMap((block) => decodeCells(block.cells))) {
    inCells += count;
    time += (count * bucketMid(bucket)) / 1000;
  }
  const answered = blocks.reduce((sum, block) => sum + block.answered, 0);
  const inProgress = blocks.flatMap(({ concurrency }) => (concurrency == null ? [] : [concurrency]));
  const seconds = blocks.length * blockSeconds;
  return {
    step,
    seconds,
    answered,
    failed: blocks.reduce((sum, block) => sum + (block.failed ?? 0), 0),
    inCells,
    rate: seconds === 0 ? step.achievedRate : answered / seconds,
    mean: time / inCells,
    concurrency:
      inProgress.length > 0 && inProgress.length === blocks.length
        ? inProgress.reduce((sum, one) => sum + one, 0) / inProgress.length
        : step.concurrency,
  };
}

/**
 * Share of the requests of a step that failed.
 * @example failedShare({ answered: 98, failed: 2 }) // => 0.02
 */
export const failedShare = ({ answered, failed }: Pick<CountedStep, 'answered' | 'failed'>): number =>
  failed === 0 ? 0 : failed / (answered + failed);

/** Answers per second of one node. */
export const perNode = ({ rate, step }: Pick<CountedStep, 'rate' | 'step'>): number => rate / step.nodes;
