import type { CapacityStep } from '../../results/plan/capacity.ts';
import { type CountedStep, failedShare, perNode } from '../steps/counted-step.ts';
import { digits } from './number-pair.ts';

/** Largest share of failed requests of a step whose response times count. */
const MOST_FAILED = 0.01;
/** Answers of a failing step beside the most that as many nodes gave without failures: that much, and the arrivals made it fail. */
const AS_MUCH = 0.9;

/**
 * Steps in which requests failed. Their answers are those of the requests that got through, so their response times do not count. Their throughput
 * does where it is near the most that a node answered without failures: then there was more than the nodes can do.
 */
export function failingSteps(steps: readonly CountedStep[]): ReadonlyMap<CapacityStep, { reason: string; throughput: boolean }> {
  const [failing, clean] = [steps.filter(fails), steps.filter((one) => !fails(one) && one.step.generator.valid)];
  return new Map(
    failing.map((one) => {
      const most = Math.max(0, ...clean.filter(({ step }) => step.nodes === one.step.nodes).map(perNode));
      const throughput = most > 0 && perNode(one) >= AS_MUCH * most;
      const failed = `${digits(100 * failedShare(one))} % of its requests failed (at most ${100 * MOST_FAILED} %)`;
      const then = throughput
        ? `, so the nodes had more than they can do: only the ${digits(one.rate)}/s that they answered count`
        : most === 0
          ? ': find out why, and measure it again'
          : `, though a node did ${digits(most)}/s without: find out why, and measure it again`;
      return [one.step, { reason: `${failed}${then}`, throughput }];
    }),
  );
}

const fails = (one: CountedStep) => failedShare(one) > MOST_FAILED;
