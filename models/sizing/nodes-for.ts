import { type NodeWorld, saturationRate } from '../capacity/laws/node-world.ts';
import { beyondLimit } from '../capacity/shared-limit.ts';
import { middleOf } from '../numeric/middle-of.ts';
import { crossing, smallestWhole } from '../numeric/search.ts';
import { Refusal } from '../refusal.ts';
import { uslPeakLoad } from '../scalability/usl.ts';
import { beyondContention, canHold } from './beyond-contention.ts';
import { budgetRate, checkTarget, keepsBudget, type LatencyTarget } from './budget-rate.ts';
import type { PeakDistribution } from './peak-distribution.ts';

/** More nodes than this are no answer: an input is wrong by its unit. */
const MOST_NODES = 1_000_000;
/** With contention every number is tried one after the other, as more nodes may carry less. */
const MOST_TRIED = 20_000;

/**
 * Smallest number of nodes that keeps a latency budget at a known arrival rate.
 *
 *   n* = min { n : P(R > limit; λ, n) ≤ 1 − p }
 *
 * Bisects where nodes add up; with contention tries one after the other up to the peak of the scalability law. Refuses (`infeasible`) a budget that the service
 * alone breaks, and a rate that no number of nodes carries.
 */
export function nodesForRate(world: NodeWorld, rate: number, target: LatencyTarget): number {
  checkTarget(target);
  refuseSlowService(world, target);
  if (!reachable(world, rate, target)) throw beyondLimit(rate, world.shared!.rate);
  const holds = (nodes: number) => keepsBudget(world, nodes, rate, target);
  return search({ worlds: [world], rate, target, confidence: 1 }, world, nodesAtLeast(world, rate), holds);
}

export interface UncertainDemand {
  readonly peak: PeakDistribution;
  readonly target: LatencyTarget;
  /** Probability with which the budget is to hold, such as 0.95. */
  readonly confidence: number;
}

/**
 * Probability that nodes keep the budget at the peak, over the peak's distribution and the ways the service may be.
 *
 *   P(n) = mean over worlds of P(peak ≤ λ*(n))
 */
export function probabilityKept(
  worlds: readonly NodeWorld[],
  nodes: number,
  { peak, target }: Omit<UncertainDemand, 'confidence'>,
): number {
  // By so much the rate may be short, as it comes from halvings.
  const most = (world: NodeWorld) => budgetRate(world, nodes, target) * (1 + 2 ** -22);
  return worlds.reduce((sum, world) => sum + peak.share(most(world)), 0) / worlds.length;
}

/** True when nodes keep the budget with the confidence. */
export function keepsConfidence(worlds: readonly NodeWorld[], nodes: number, demand: UncertainDemand): boolean {
  const [only] = worlds;
  // The same without the search for a rate.
  if (worlds.length === 1) return keepsBudget(only!, nodes, demand.peak.quantile(demand.confidence), demand.target);
  return probabilityKept(worlds, nodes, demand) >= demand.confidence;
}

/**
 * Smallest number of nodes that keeps the budget at the peak with a confidence.
 * Used for the answer of a plan: forecast error moves it more than queueing noise, so both are in the probability.
 *
 *   n* = min { n : P(n) ≥ confidence }, see `probabilityKept`
 *
 * `worlds` are equally likely draws of the fitted service; one when it is known. Refuses like `nodesForRate`, a slow service only when more than 1 − confidence of the worlds have it.
 */
export function nodesForConfidence(worlds: readonly NodeWorld[], demand: UncertainDemand): number {
  const { peak, target, confidence } = demand;
  checkTarget(target);
  const slow = worlds.filter((world) => !feasibleWith(world, target));
  // A few draws of a measured service may be too slow for any number: they count as broken budgets, until they leave too little.
  if (slow.length >= worlds.length * (1 - confidence) && slow[0] !== undefined) refuseSlowService(slow[0], target);
  const rate = peak.quantile(confidence);
  const [only] = worlds;
  if (worlds.length === 1) return nodesForRate(only!, rate, target);
  const limited = worlds.filter((world) => world.shared);
  if (limited.length > 0) {
    const plenty = Math.max(...worlds.map((world) => plentyOf(world, rate)));
    if (probabilityKept(worlds, plenty, demand) < confidence) throw beyondLimit(rate, middleOf(limited.map(({ shared }) => shared!.rate)));
  }
  // The first number that could do is the smallest any world needs for the peak: the search starts below it.
  const start = Math.min(...worlds.map((world) => nodesAtLeast(world, peak.quantile(0.01))));
  const widest = worlds.reduce((most, world) => (world.coherency > most.coherency ? world : most));
  return search({ worlds, rate, target, confidence }, widest, start, (nodes) => keepsConfidence(worlds, nodes, demand));
}

/** True when one more node never makes the others slower. */
export const addsUp = ({ contention, coherency }: NodeWorld): boolean => contention === 0 && coherency === 0;

/** Nodes below which the queue grows without end, were there no contention and no shared limit. */
const nodesAtLeast = (world: NodeWorld, rate: number): number =>
  Math.max(1, Math.floor(rate / saturationRate({ ...world, contention: 0, coherency: 0, shared: null }, 1)));

/** So many times the fewest nodes that more of them no longer shorten any wait: what is left is that of the shared station. */
const PLENTY = 4;
const plentyOf = (world: NodeWorld, rate: number): number => PLENTY * (nodesAtLeast(world, rate) + 1);

/** False when a shared limit keeps every number of nodes from the budget. */
export const reachable = (world: NodeWorld, rate: number, target: LatencyTarget): boolean =>
  !world.shared || keepsBudget(world, plentyOf(world, rate), rate, target);

interface Asked {
  readonly worlds: readonly NodeWorld[];
  readonly rate: number;
  readonly target: LatencyTarget;
  readonly confidence: number;
}

function search(asked: Asked, widest: NodeWorld, start: number, holds: (nodes: number) => boolean): number {
  const { worlds, rate, target, confidence } = asked;
  if (worlds.every(addsUp)) {
    if (start > MOST_NODES) throw tooMany(rate);
    return smallestWhole(start, holds);
  }
  const most = Math.floor(Math.min(MOST_TRIED, uslPeakLoad({ ...widest, scale: 1 }) ?? MOST_TRIED));
  for (let nodes = start; nodes <= most && canHold(worlds, nodes, target, confidence); nodes++) if (holds(nodes)) return nodes;
  throw beyondContention(worlds, { rate, target, confidence, most });
}

const tooMany = (rate: number) =>
  new Refusal(
    'infeasible',
    `infeasible: ${readable(rate)} arrivals per unit of time need more than ${MOST_NODES} nodes; check the units of the peak and of the service time`,
  );

/** True when some number of nodes keeps a budget, which is the case when the service time alone does. */
export const feasibleWith = ({ service }: NodeWorld, { percentile, limit }: LatencyTarget): boolean =>
  service.tail(limit) < (100 - percentile) / 100;

function refuseSlowService(world: NodeWorld, target: LatencyTarget): void {
  if (feasibleWith(world, target)) return;
  const [{ service }, { percentile, limit }] = [world, target];
  const beyond = (100 - percentile) / 100;
  const alone = crossing(service.tail, beyond, service.mean);
  throw new Refusal(
    'infeasible',
    `infeasible: the service time alone has p${percentile} ${inMs(alone)}, above the budget of ${inMs(limit)}, at any number of servers; shorten the service or raise the budget`,
  );
}

const readable = (value: number) => Number(value.toPrecision(4));
const inMs = (seconds: number) => `${readable(seconds * 1000)} ms`;
