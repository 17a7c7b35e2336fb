import type { CapacityStep } from '../../results/plan/capacity.ts';
import type { CountedStep } from './counted-step.ts';

/** A step beyond what its nodes can do: its throughput is what they can do. */
export interface SaturatedStep {
  readonly step: CapacityStep;
  readonly nodes: number;
  /** Answers per second. */
  readonly rate: number;
  /** Variance of ln(rate). */
  readonly variance: number;
}

/** No two steps of the same system give the same throughput to better than 1 %. */
const LEAST_VARIANCE = 0.01 ** 2;

/** Throughput of a step that was driven past saturation, with its variance where blocks are known. */
export function saturatedStep({ step, rate }: CountedStep): SaturatedStep {
  const counts = step.blocks.map((block) => block.answered);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const measured = counts.length < 2 || mean === 0 ? 0 : squares / (counts.length * (counts.length - 1) * mean ** 2);
  return { step, nodes: step.nodes, rate, variance: LEAST_VARIANCE + measured };
}
