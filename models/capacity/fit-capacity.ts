import { Refusal } from '../refusal.ts';
import type { CapacityStep } from '../results/plan/capacity.ts';
import { type ComparedModel, compareModels } from './compare-models.ts';
import { fitNode, LEAST_STEPS, lawOf } from './fit-node.ts';
import { sortSteps } from './gate/sort-steps.ts';
import { ladderWarnings } from './ladder-warnings.ts';
import type { NodeWorld } from './laws/node-world.ts';
import { type NodeScaling, sameScaling } from './node-scaling.ts';
import { type QueueFit, queueFit } from './queue-fit.ts';
import { type SharedLimit, sharedLimitOf } from './shared-limit.ts';
import { resampleSteps } from './steps/resample-steps.ts';
import type { RefusedStep, SteadyStep } from './steps/steady-step.ts';

export interface FitOptions {
  readonly balancer: NodeWorld['balancer'];
  /** Variability of the arrivals that are sized for; those of the measurement may be even. */
  readonly ca2: number;
  readonly seed: number;
  /** Refits of resampled steps. */
  readonly resamples: number;
}

export interface CapacityFit {
  readonly best: NodeWorld;
  /** Equally likely ways the service may be. */
  readonly draws: readonly NodeWorld[];
  readonly used: readonly SteadyStep[];
  readonly refused: readonly RefusedStep[];
  readonly scaling: NodeScaling;
  /** Largest number of nodes whose throughput is known. */
  readonly mostNodes: number;
  /** What more nodes do not move; null where none was seen. */
  readonly limit: SharedLimit | null;
  readonly models: readonly ComparedModel[];
  readonly warnings: readonly string[];
}

/**
 * Fits a model of a node, with its uncertainty, to measured steps. Used by `surgeproof size`: holds the numbers of each step against one another,
 * leaves out unusable steps, cuts the warm-up, fits the queue, the scalability law and the demand law, compares them, and refits resamples.
 *
 * Refuses (`no-answer`) fewer than three usable steps, with the reason of each that was left out; a ladder that contradicts itself; and a fit that
 * is far off its steps. Deterministic in `seed`. Valid for: one kind of request, or a mix that stays the same.
 */
export function fitCapacity(steps: readonly CapacityStep[], options: FitOptions): CapacityFit {
  const sorted = sortSteps(steps);
  if (sorted.steady.length < LEAST_STEPS) throw tooFew(sorted.steady.length, sorted.refused);
  const { measured, context, scaling, law, fit, outlier } = fitNode(sorted, options.balancer);
  const { steady: used } = measured;
  const refused = outlier === null ? sorted.refused : [...sorted.refused.filter(({ step }) => step !== outlier.step), outlier];
  const world = (of: NodeScaling, { service, serversPerNode }: QueueFit): NodeWorld => ({
    ...lawOf(of, options.balancer),
    service,
    serversPerNode,
    ca2: options.ca2,
  });
  const draws = Array.from({ length: options.resamples }, (_, i) => {
    const again = resampleSteps(measured, options.seed, i);
    const scaled = sameScaling(scaling, again.saturated, context);
    return world(scaled, queueFit(again, lawOf(scaled, options.balancer), fit));
  });
  const best = world(scaling, fit);
  const models = compareModels(used, law, fit);
  const mostNodes = Math.max(
    ...measured.saturated.map(({ nodes }) => nodes),
    1,
    ...(scaling.levels ? [] : used.map(({ step }) => step.nodes)),
  );
  const limit = sharedLimitOf(best, draws, scaling);
  const warnings = [...sorted.warnings, ...ladderWarnings({ mostNodes, measured, scaling, models, best, unbounded: fit.unbounded, limit })];
  return { best, draws, used, refused, scaling, mostNodes, limit, models, warnings };
}

function tooFew(used: number, refused: readonly RefusedStep[]): Refusal {
  const why = refused.map(({ step, reason }) => `${step.name}: ${reason}`).join('; ');
  return new Refusal(
    'no-answer',
    `steps: at least ${LEAST_STEPS} must be usable to fit a node, got ${used}${why === '' ? '' : ` (${why})`}; measure more steps`,
  );
}
