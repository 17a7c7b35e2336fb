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
  readonly warnings: readonly string[];
  /** Empty when there is an answer. */
  readonly refusal: string;
}

/** Asks the whole plan, as `surgeproof size` does, for the nodes of a system that a team has measured. */
export function askedPlan(question: SystemQuestion): AskedPlan {
  try {
    const { needed, warnings } = planOf(question, measuredLadder(question));
    return { nodes: needed.nodes, low: needed.low ?? 0, high: needed.high ?? Number.POSITIVE_INFINITY, warnings, refusal: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { nodes: null, low: 0, high: Number.POSITIVE_INFINITY, warnings: [], refusal: error.message };
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
  const queue = system.balancer === 'shared' || system.balancer === 'fewest-requests' ? 'shared' : 'per-node';
  const ca2 = arrivals.kind === 'poisson' ? 1 : loggedDispersion(arrivals, peakRate, number).at(-1)!.value;
  return { ...USUAL_POLICY, budget: target, queue, ca2 };
}

/** Half an hour of such a surge, or as much of it as fits into a log of this many lines. */
const LOG = { seconds: 1_800, lines: 4_000_000 };

const loggedDispersion = (arrivals: SystemQuestion['arrivals'], rate: number, seed: number): Dispersion[] =>
  dispersionOf(drawArrivals(arrivals, rate, Math.ceil(Math.min(rate * LOG.seconds, LOG.lines)), randomFrom(seed, 21)));
