import { Refusal } from '../refusal.ts';
import type { CapacityStep } from '../results/plan/capacity.ts';
import { type ComparedModel, compareModels } from './compare-models.ts';
import type { NodeWorld } from './laws/node-world.ts';
import { type NodeScaling, nodeScaling } from './node-scaling.ts';
import { type QueueFit, queueFit } from './queue-fit.ts';
import { resampleSteps } from './steps/resample-steps.ts';
import { saturatedStep } from './steps/saturated-step.ts';
import { type RefusedStep, type SteadyStep, steadyStep } from './steps/steady-step.ts';
import { weighTails } from './weigh-tails.ts';

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
  readonly models: readonly ComparedModel[];
  readonly warnings: readonly string[];
}

/** Two parameters and one step to check them with. */
const LEAST_STEPS = 3;

/**
 * Fits a model of a node, with its uncertainty, to measured steps. Used by `surgeproof size`: leaves out unusable steps, cuts the warm-up,
 * fits the queue, the scalability law and the demand law, compares them, and refits resamples.
 *
 * Refuses (`no-answer`) fewer than three usable steps, with the reason of each that was left out. Deterministic in `seed`.
 * Valid for: one kind of request, or a mix that stays the same.
 */
export function fitCapacity(steps: readonly CapacityStep[], options: FitOptions): CapacityFit {
  const sorted = steps.map(steadyStep);
  const used = sorted.filter((one): one is SteadyStep => 'histogram' in one);
  const refused = sorted.filter((one): one is RefusedStep => 'reason' in one);
  if (used.length < LEAST_STEPS) throw tooFew(used.length, refused);
  const beyond = refused.filter((one) => one.throughput).map((one) => one.step);
  const scaling = nodeScaling(steps, beyond);
  const measured = { steady: used, saturated: beyond.map(saturatedStep) };
  const law = { balancer: options.balancer, contention: scaling.contention, coherency: scaling.coherency };
  const first = queueFit(measured, law);
  const weighed = { ...measured, steady: used.map((step) => weighTails(step, { ...law, ...first })) };
  const fit = queueFit(weighed, law, first);
  const world = ({ service, serversPerNode }: QueueFit): NodeWorld => ({ ...law, service, serversPerNode, ca2: options.ca2 });
  const draws = Array.from({ length: options.resamples }, (_, i) => world(queueFit(resampleSteps(weighed, options.seed, i), law, fit)));
  const models = compareModels(used, law, fit);
  return { best: world(fit), draws, used, refused, scaling, models, warnings: warningsOf({ used, scaling, models, fit }) };
}

function tooFew(used: number, refused: readonly RefusedStep[]): Refusal {
  const why = refused.map(({ step, reason }) => `${step.name}: ${reason}`).join('; ');
  return new Refusal(
    'no-answer',
    `steps: at least ${LEAST_STEPS} must be usable to fit a node, got ${used}${why === '' ? '' : ` (${why})`}; measure more steps`,
  );
}

function warningsOf({ used, scaling, models, fit }: Pick<CapacityFit, 'used' | 'scaling' | 'models'> & { fit: QueueFit }): string[] {
  const found: string[] = [];
  const calm = Math.min(...used.map((step) => (step.rate / step.step.nodes) * fit.service.mean)) / fit.serversPerNode;
  if (fit.unbounded) found.push('no step came near saturation: effective servers are only a lower bound; measure higher rates');
  if (calm > 0.5)
    found.push(
      `the calmest step already has a utilisation of ${Math.round(100 * calm)} %: its waits count as service; measure a lower rate`,
    );
  if (!scaling.measured)
    found.push(`nodes are taken to add up: measured with at most ${scaling.mostNodes}; saturate 1, 2 and 4 nodes to know`);
  if (new Set(used.map((step) => step.ca2)).size > 1) found.push('even and Poisson spacing are mixed: each step is fitted with its own');
  const [winner, ...others] = models;
  const best = others.reduce((least, one) => ((one.aicc ?? Infinity) < (least.aicc ?? Infinity) ? one : least), winner!);
  if (best !== winner)
    found.push(`${best.name} explains the steps better (AICc), ${winner!.name} predicts the left-out top step better: the latter counts`);
  return found;
}
