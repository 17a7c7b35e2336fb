import { type NodeWorld, saturationRate } from '../capacity/laws/node-world.ts';
import { middleOf } from '../numeric/middle-of.ts';
import { Refusal } from '../refusal.ts';
import { uslSlowdown } from '../scalability/usl.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import { sayDigits } from '../words/digits.ts';
import { budgetRate, type LatencyTarget } from './budget-rate.ts';

/** True when some rate keeps the budget with so many nodes in enough of the worlds: contention has not yet made the service alone too slow. */
export function canHold(worlds: readonly NodeWorld[], nodes: number, { percentile, limit }: LatencyTarget, confidence: number): boolean {
  const kept = worlds.filter((world) => world.service.tail(limit / uslSlowdown(world, nodes)) <= (100 - percentile) / 100);
  return kept.length >= worlds.length * confidence;
}

/** Numbers of nodes that are tried, each this much larger than the one before. */
const STRIDE = 1.1;

/**
 * The highest rate that nodes which hinder each other keep within a budget with a confidence, and the number of them that does; by trying numbers up to `most`, then all beside the best.
 */
export function mostHeld(
  worlds: readonly NodeWorld[],
  { target, confidence, most }: { target: LatencyTarget; confidence: number; most: number },
): { nodes: number; rate: number } {
  const rateOf = (nodes: number) =>
    nearestRank(
      worlds.map((world) => budgetRate(world, nodes, target)).sort((a, b) => a - b),
      Math.max(1e-9, 1 - confidence),
    );
  const tried: { nodes: number; rate: number }[] = [];
  const best = () => tried.reduce((a, b) => (b.rate > a.rate ? b : a));
  for (let nodes = 1; nodes <= most && canHold(worlds, nodes, target, confidence); nodes = Math.max(nodes + 1, Math.round(nodes * STRIDE)))
    tried.push({ nodes, rate: rateOf(nodes) });
  if (tried.length === 0) return { nodes: 1, rate: 0 };
  for (let step = Math.ceil((STRIDE - 1) * best().nodes); step >= 1; step = step === 1 ? 0 : Math.ceil(step / 2))
    for (const nodes of [best().nodes - step, best().nodes + step])
      if (nodes >= 1 && nodes <= most && !tried.some((one) => one.nodes === nodes)) tried.push({ nodes, rate: rateOf(nodes) });
  return best();
}

/** Refusal (`infeasible`) of a rate that no number of nodes keeps within the budget, as they hinder each other: where that limit lies, what it is, what to do. */
export function beyondContention(
  worlds: readonly NodeWorld[],
  asked: { rate: number; target: LatencyTarget; confidence: number; most: number },
): Refusal {
  const { rate, target } = asked;
  const held = mostHeld(worlds, asked);
  const one = middleOf(worlds.map((world) => saturationRate(world, 1)));
  const all = middleOf(worlds.map((world) => saturationRate(world, held.nodes)));
  const nodes = `${held.nodes} ${held.nodes === 1 ? 'node' : 'nodes'}`;
  const times = digits(Math.floor((10 * rate) / held.rate) / 10);
  const far = held.rate > 0 && rate > 1.1 * held.rate ? ` (${times} times less)` : '';
  return new Refusal(
    'infeasible',
    `infeasible: ${digits(rate)}/s is beyond the shared limit of ${digits(held.rate)}/s${far}, the most that any number of nodes keeps within p${target.percentile} ${digits(1000 * target.limit)} ms: ${nodes} ${held.nodes === 1 ? 'holds' : 'hold'} it, and more carry less, because nodes hinder each other (${nodes} do ${digits(100 * (all / (held.nodes * one)))} % of ${held.nodes} times one) at something that all of them use, such as a database, a lock, a connection pool or a partner; find it where the ladder saturates most nodes and make it larger or ask it less often, let at most ${digits(held.rate)}/s in (a waiting room), or divide the load among groups of at most ${nodes} that share nothing`,
  );
}

const digits = (value: number): string => sayDigits(value, 4);
