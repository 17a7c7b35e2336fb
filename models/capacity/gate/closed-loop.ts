import type { CapacityStep } from '../../results/plan/capacity.ts';
import type { CountedStep } from '../steps/counted-step.ts';
import { digits } from './number-pair.ts';

/** A step in a closed loop: what is said of it, and whether its throughput is what the nodes can do. */
export interface ClosedStep {
  readonly reason: string;
  readonly throughput: boolean;
}

/** Distance from a whole number of clients, and of answers from arrivals, of a loop that is not declared. */
const WHOLE = 0.02;
const SAME_RATE = 0.005;
const LEAST_STEPS = 3;
/** Variance of the number in progress, as a share of what Poisson arrivals give. */
const STILL = 0.1;
const LEAST_BLOCKS = 6;
/** More clients by this factor, and hardly more throughput: nodes that are always busy. */
const MORE_CLIENTS = 1.4;
const NO_MORE = 1.05;

const REMEDY = 'its arrivals wait for answers, so its latencies are not those of people; measure with arrivals at a constant rate';

/**
 * Steps that were measured in a closed loop, declared or seen. Seen: the number in progress stands still, block by block, or is a whole number in every
 * step while answers are exactly the arrivals.
 *
 *   an open line of Poisson arrivals has a number in progress whose mean over a block of T varies by at least 2NR/T
 *
 * Only throughput can be used, and only where more clients no longer raise it.
 */
export function closedSteps(steps: readonly CountedStep[]): ReadonlyMap<CapacityStep, ClosedStep> {
  const whole = wholeClients(steps);
  const closed = steps.filter((one) => (one.step.loop === undefined ? whole || standsStill(one) : one.step.loop === 'closed'));
  return new Map(
    closed.map((one) => {
      const throughput = plateau(one, closed);
      const told = one.step.loop === 'closed' ? '' : `, as ${digits(one.concurrency!)} requests are always in progress`;
      const used = throughput ? 'its throughput is used, more clients did not raise it' : REMEDY;
      return [one.step, { throughput, reason: `closed loop${told}: ${used}` }];
    }),
  );
}

function wholeClients(steps: readonly CountedStep[]): boolean {
  const known = steps.filter(({ concurrency }) => concurrency !== null);
  return (
    known.length >= LEAST_STEPS &&
    known.every(
      ({ concurrency, step, rate }) =>
        concurrency! >= 1 - WHOLE &&
        Math.abs(concurrency! - Math.round(concurrency!)) <= WHOLE &&
        Math.abs(rate / step.offeredRate - 1) <= SAME_RATE,
    )
  );
}

function standsStill({ step, mean, concurrency }: CountedStep): boolean {
  const values = step.blocks.flatMap((block) => (block.concurrency == null ? [] : [block.concurrency]));
  if (step.spacing !== 'poisson' || concurrency === null || values.length < LEAST_BLOCKS || !(mean < step.blockSeconds)) return false;
  const variance = values.reduce((sum, value) => sum + (value - concurrency) ** 2, 0) / (values.length - 1);
  return variance < (STILL * 2 * concurrency * mean) / step.blockSeconds;
}

/** True when another loop of clearly fewer clients did as much. */
function plateau({ step, rate, concurrency }: CountedStep, others: readonly CountedStep[]): boolean {
  if (concurrency === null) return false;
  return others.some(
    (one) =>
      one.step.nodes === step.nodes &&
      one.concurrency !== null &&
      one.concurrency * MORE_CLIENTS <= concurrency &&
      rate <= one.rate * NO_MORE,
  );
}
