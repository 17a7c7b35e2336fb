import { Refusal } from '../../../../models/refusal.ts';
import type { CapacityFile } from '../../../../models/results/plan/capacity.ts';
import type { PlanFile } from '../../../../models/results/plan/plan.ts';
import { lognormalPeak } from '../../../../models/sizing/peak-distribution.ts';
import { planServers } from '../../../../models/sizing/plan-servers.ts';
import { type SizingPolicy, USUAL_POLICY } from '../../../../models/sizing/policy.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { drawArrivals } from '../simulator/draw-times.ts';
import { type Dispersion, dispersionOf } from './dispersion-of.ts';
import { measuredLadder } from './measured-ladder.ts';
import type { SystemQuestion } from './system-question.ts';

/** What the plan of a measured system says. */
export interface AskedPlan {
  /** For the peak alone; null when the plan refuses. */
  readonly nodes: number | null;
  /** 90 % interval; 0 and Infinity where there is no end. */
  readonly low: number;
  readonly high: number;
  /** False when the number is more than the ladder is evidence for, as the plan says itself. */
  readonly proven: boolean;
  readonly warnings: readonly string[];
  /** True when it says that something all nodes share is the limit. */
  readonly sharedLimit: boolean;
  /** Empty when there is an answer. */
  readonly refusal: string;
}

/** Asks the whole plan, as `surgeproof size` does, for the nodes of a system that a team has measured. */
export function askedPlan(question: SystemQuestion): AskedPlan {
  try {
    const { needed, warnings, fit } = planOf(question, measuredLadder(question));
    const proven = fit === null || fit.limit !== null || needed.nodes <= fit.proven.nodes;
    const [low, high] = [needed.low ?? 0, needed.high ?? Number.POSITIVE_INFINITY];
    return { nodes: needed.nodes, low, high, proven, warnings, sharedLimit: fit !== null && fit.limit !== null, refusal: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sharedLimit = error.message.includes('shared limit');
    return { nodes: null, low: 0, high: Number.POSITIVE_INFINITY, proven: true, warnings: [], sharedLimit, refusal: error.message };
  }
}

const planOf = (question: SystemQuestion, node: CapacityFile): PlanFile =>
  planServers({
    peak: lognormalPeak(question.peakRate, 0),
    ground: 'given',
    node,
    policy: policyOf(question),
    demand: [],
    standard: {},
    assumptions: [],
    warnings: [],
  });

/** What the team knows besides the ladder: its balancer, and how arrivals of such a surge cluster. */
function policyOf({ number, system, arrivals, peakRate, target }: SystemQuestion): SizingPolicy {
  if (system.balancer === 'two-choices') throw new Error('two-choices: a policy has no such balancer');
  const dispersion = loggedDispersion(arrivals, peakRate, number).map((one) => ({ ...one, rate: peakRate }));
  return { ...USUAL_POLICY, budget: target, balancer: system.balancer, arrivals: { ca2: 1, dispersion, ground: 'access log' } };
}

/** Half an hour of such a surge, or as much of it as fits into a log of this many lines. */
const LOG = { seconds: 1_800, lines: 4_000_000 };

const loggedDispersion = (arrivals: SystemQuestion['arrivals'], rate: number, seed: number): Dispersion[] =>
  dispersionOf(drawArrivals(arrivals, rate, Math.ceil(Math.min(rate * LOG.seconds, LOG.lines)), randomFrom(seed, 21)));
