import { Refusal } from '../refusal.ts';
import type { CapacityStep } from '../results/plan/capacity.ts';
import { fitErrors } from './gate/fit-error.ts';
import type { NodeWorld } from './laws/node-world.ts';
import { type NodeScaling, nodeScaling, type ScalingContext } from './node-scaling.ts';
import { type NodeLaw, type QueueFit, queueFit } from './queue-fit.ts';
import type { MeasuredSteps } from './steps/resample-steps.ts';
import type { RefusedStep, SteadyStep } from './steps/steady-step.ts';
import { weighTails } from './weigh-tails.ts';

/** A node as the steps say it is. */
export interface FittedNode {
  readonly measured: MeasuredSteps;
  readonly context: ScalingContext;
  readonly scaling: NodeScaling;
  readonly law: NodeLaw;
  readonly fit: QueueFit;
}

/** Two parameters and one step to check them with. */
export const LEAST_STEPS = 3;

/**
 * Fits a node so that no step is far off. A step that alone stands against the others is left out, with its reason.
 * Refuses (`no-answer`) when the fit stays far off: an answer from it would be none.
 */
export function fitNode(
  steps: MeasuredSteps & { readonly answered: number },
  balancer: NodeWorld['balancer'],
): FittedNode & { readonly outlier: RefusedStep | null } {
  const fitted = fitOnce(steps, steps.answered, balancer);
  const errors = fitErrors(fitted.measured, { ...fitted.law, ...fitted.fit });
  if (errors.length === 0) return { ...fitted, outlier: null };
  const without = [...steps.steady, ...steps.saturated]
    .flatMap(({ step }) => {
      const others = withoutStep(steps, step);
      return others.steady.length < LEAST_STEPS ? [] : [{ step, fitted: fitOnce(others, steps.answered, balancer) }];
    })
    .filter((one) => fitErrors(one.fitted.measured, { ...one.fitted.law, ...one.fitted.fit }).length === 0)
    .sort((a, b) => a.fitted.fit.misfit - b.fitted.fit.misfit);
  const [best] = without;
  if (best === undefined || steps.steady.length + steps.saturated.length <= LEAST_STEPS + 1) throw farOff(errors);
  const all = fitErrors(steps, { ...best.fitted.law, ...best.fitted.fit }).find((one) => one.startsWith(best.step.name));
  const reason = `stands against the other steps (${all ?? errors[0]!}): something else was wrong, measure it again`;
  return { ...best.fitted, outlier: { step: best.step, reason, throughput: false } };
}

function farOff(errors: readonly string[]): Refusal {
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  return new Refusal(
    'no-answer',
    `steps: must fit a node within 25 % of their response times and 20 % of their throughput, got ${errors[0]}${more}; check units, and that all steps are of the same mix on the same nodes`,
  );
}

const withoutStep = ({ steady, saturated, mostPerNode }: MeasuredSteps, left: CapacityStep): MeasuredSteps => ({
  steady: steady.filter(({ step }) => step !== left),
  saturated: saturated.filter(({ step }) => step !== left),
  mostPerNode,
});

function fitOnce(steps: MeasuredSteps, answered: number, balancer: NodeWorld['balancer']): FittedNode {
  const context = { serviceTime: calmest(steps.steady).histogram.mean, answered };
  const scaling = nodeScaling(steps.saturated, context);
  const law = lawOf(scaling, balancer);
  const first = queueFit(steps, law);
  const measured = { ...steps, steady: steps.steady.map((step) => weighTails(step, { ...law, ...first })) };
  return { measured, context, scaling, law, fit: queueFit(measured, law, first) };
}

/** A scaling as part of a world. */
export const lawOf = ({ contention, coherency, shared }: NodeScaling, balancer: NodeWorld['balancer']): NodeLaw => ({
  balancer,
  contention,
  coherency,
  shared,
});

const calmest = (steady: readonly SteadyStep[]): SteadyStep =>
  steady.reduce((least, one) => (one.rate / one.step.nodes < least.rate / least.step.nodes ? one : least));
