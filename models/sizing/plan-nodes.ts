import { type NodeWorld, responsePercentile, saturationRate } from '../capacity/laws/node-world.ts';
import { selfHealingCapacity } from '../queueing/retries/self-healing-capacity.ts';
import type { PlanCapacity, PlanCost, PlanCurvePoint, PlanFile, PlanLevel, PlanRejected, PlanSituation } from '../results/plan/plan.ts';
import { sayDigits } from '../words/digits.ts';
import { budgetRate } from './budget-rate.ts';
import { keptNodes } from './kept-nodes.ts';
import { nodesForConfidence, probabilityKept } from './nodes-for.ts';
import { nodesInterval } from './nodes-interval.ts';
import type { PeakDistribution } from './peak-distribution.ts';
import type { SizingPolicy } from './policy.ts';
import { situationsOf } from './situations.ts';
import { waitingRoomPlan } from './waiting-room-plan.ts';

/** A question of size: demand, the node with its uncertainty, and the policy. Seconds throughout. */
export interface SizingQuestion {
  readonly peak: PeakDistribution;
  /** The most likely node. */
  readonly best: NodeWorld;
  /** Equally likely nodes; `best` alone when it is known. */
  readonly worlds: readonly NodeWorld[];
  readonly policy: SizingPolicy;
}

/** The part of a plan that only numbers go into. */
export type NodePlan = Pick<
  PlanFile,
  'recommended' | 'needed' | 'situations' | 'levels' | 'rejected' | 'capacity' | 'waitingRoom' | 'cost' | 'curve'
>;

const CONFIDENCES = [0.5, 0.8, 0.95];
const CURVE_POINTS = 25;

/**
 * Number of nodes for the peak at the wanted confidence, and for the peak together with a failure, a deploy or a delayed autoscaler. Used
 * by `surgeproof size`. Refuses like `nodesForConfidence`.
 */
export function planNodes(question: SizingQuestion): NodePlan {
  const { peak, best, worlds, policy } = question;
  const demand = { peak, target: policy.budget, confidence: policy.confidence };
  const kept = keptNodes(worlds, demand);
  const needed = kept.least;
  const peakRate = peak.quantile(policy.confidence);
  const situations = situationsOf(kept, { worlds, demand, policy });
  const recommended = Math.max(...situations.map((one) => one.nodes));
  const confidences = [...new Set([...CONFIDENCES, policy.confidence])].sort((a, b) => a - b);
  return {
    recommended,
    needed: { nodes: needed, ...nodesInterval(worlds, peakRate, policy.budget), withinBudget: budgetRate(best, needed, policy.budget) },
    situations,
    levels: confidences.map((confidence) => levelOf(question, confidence)),
    rejected: needed === 1 ? null : rejectedOf(question, needed - 1),
    capacity: capacityOf(question, recommended),
    waitingRoom: waitingRoomPlan(best, { from: needed, to: recommended }, policy),
    cost: costOf(question, recommended),
    curve: curveOf(question, needed, situations),
  };
}

function levelOf({ peak, best, worlds, policy }: SizingQuestion, confidence: number): PlanLevel {
  const nodes = nodesForConfidence(worlds, { peak, target: policy.budget, confidence });
  const rate = peak.quantile(confidence);
  return {
    confidence,
    nodes,
    peakRate: rate,
    utilisation: rate / saturationRate(best, nodes),
    p50: milliseconds(responsePercentile(best, { nodes, rate, percentile: 50 })),
    budgeted: milliseconds(responsePercentile(best, { nodes, rate, percentile: policy.budget.percentile })),
    probability: probabilityKept(worlds, nodes, { peak, target: policy.budget }),
  };
}

/** Sentence with the numbers that reject one node fewer. */
function rejectedOf({ peak, best, worlds, policy }: SizingQuestion, nodes: number): PlanRejected {
  const { percentile, limit } = policy.budget;
  const rate = peak.quantile(policy.confidence);
  const probability = probabilityKept(worlds, nodes, { peak, target: policy.budget });
  const response = milliseconds(responsePercentile(best, { nodes, rate, percentile }));
  const then =
    response === null
      ? `more requests come than they can answer (${digits(saturationRate(best, nodes))}/s at most)`
      : `p${percentile} is ${digits(response)} ms against a budget of ${digits(limit * 1000)} ms`;
  const peakName = peak.quantile(0.5) === peak.quantile(0.99) ? 'peak' : `P${digits(100 * policy.confidence)} peak`;
  const sentence = `${nodes} ${nodes === 1 ? 'node was' : 'nodes were'} rejected: at the ${peakName} of ${digits(rate)}/s ${then}, and the budget holds with a probability of ${percentBelow(probability)}, below ${percent(policy.confidence)}.`;
  return { nodes, probability, sentence };
}

function capacityOf({ best, policy }: SizingQuestion, nodes: number): PlanCapacity {
  const nominal = saturationRate(best, nodes);
  return {
    nodes,
    withinBudget: budgetRate(best, nodes, policy.budget),
    nominal,
    selfHealing: selfHealingCapacity({ capacity: nominal, retries: policy.retries }),
    retries: policy.retries,
  };
}

function costOf({ peak, policy }: SizingQuestion, nodes: number): PlanCost | null {
  if (policy.prices === null) return null;
  const { perNodeHour, currency, hours } = policy.prices;
  const perEvent = nodes * perNodeHour * hours;
  return { currency, perNodeHour, hours, perEvent, perThousandRequests: perEvent / ((peak.quantile(0.5) * hours * 3600) / 1000) };
}

/** From where the median peak hardly goes through to past every situation. */
function curveOf({ peak, best, worlds, policy }: SizingQuestion, needed: number, situations: readonly PlanSituation[]): PlanCurvePoint[] {
  const from = Math.max(1, Math.floor(peak.quantile(0.1) / saturationRate(best, 1)));
  const to = Math.max(needed + 2, ...situations.map((one) => one.nodes + 1));
  const stride = Math.max(1, Math.ceil((to - from) / CURVE_POINTS));
  const counts = new Set([
    needed - 1,
    needed,
    ...situations.map((one) => one.nodes),
    ...Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => from + i * stride),
  ]);
  const at = (nodes: number, share: number) =>
    milliseconds(responsePercentile(best, { nodes, rate: peak.quantile(share), percentile: policy.budget.percentile }));
  return [...counts]
    .filter((nodes) => nodes > 0)
    .sort((a, b) => a - b)
    .map((nodes) => ({
      nodes,
      low: at(nodes, 0.1),
      middle: at(nodes, 0.5),
      high: at(nodes, 0.95),
      probability: probabilityKept(worlds, nodes, { peak, target: policy.budget }),
    }));
}

const milliseconds = (seconds: number | null) => (seconds === null ? null : seconds * 1000);
const digits = (value: number): string => sayDigits(value, 4);
const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`;
/** Never rounded up to the confidence that it misses. */
const percentBelow = (share: number) => (share > 0 && share < 0.001 ? 'less than 0.1 %' : `${Math.floor(1000 * share) / 10} %`);
