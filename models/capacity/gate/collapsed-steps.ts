import type { CapacityStep } from '../../results/plan/capacity.ts';
import type { SaturatedStep } from '../steps/saturated-step.ts';
import type { SteadyStep } from '../steps/steady-step.ts';
import { digits } from './number-pair.ts';

export interface CollapsedSteps {
  readonly collapsed: ReadonlyMap<CapacityStep, string>;
  readonly warnings: readonly string[];
}

/** A throughput below this share of the highest answered by as many nodes has fallen. */
const FALLEN = 0.9;

/**
 * Steps past saturation that answered less than the same nodes did at another rate: throughput falls when more arrive. What nodes can do is the
 * highest rate that was answered, and a warning says that it does not last.
 */
export function collapsedSteps(saturated: readonly SaturatedStep[], steady: readonly SteadyStep[]): CollapsedSteps {
  const collapsed = new Map<CapacityStep, string>();
  const warnings: string[] = [];
  for (const nodes of new Set(saturated.map((one) => one.nodes))) {
    const past = saturated.filter((one) => one.nodes === nodes);
    const most = Math.max(...past.map(({ rate }) => rate), ...steady.flatMap(({ rate, step }) => (step.nodes === nodes ? [rate] : [])));
    const fallen = past.filter(({ rate }) => rate < FALLEN * most);
    if (fallen.length === 0) continue;
    for (const { step, rate } of fallen)
      collapsed.set(step, `throughput collapses past saturation: ${digits(rate)}/s were answered, the same nodes did ${digits(most)}/s`);
    const worst = fallen.reduce((least, one) => (one.rate < least.rate ? one : least));
    warnings.push(
      `throughput collapses when more arrives than ${nodes} ${nodes === 1 ? 'node answers' : 'nodes answer'}: from ${digits(most)} to ${digits(worst.rate)}/s at ${digits(worst.step.offeredRate)}/s; the plan takes the highest, so keep arrivals below it (a rate limit, a waiting room)`,
    );
  }
  return { collapsed, warnings };
}
