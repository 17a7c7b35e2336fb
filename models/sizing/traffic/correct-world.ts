import { type Correction, type NodeWorld, poolOf, saturationRate } from '../../capacity/laws/node-world.ts';
import { scaledService } from '../../capacity/laws/service-law.ts';
import { uslSlowdown } from '../../scalability/usl.ts';
import { budgetRate, type LatencyTarget } from '../budget-rate.ts';
import { simulatedRate } from './simulated-rate.ts';

/** Numbers of nodes that are simulated lie this far apart, so that the noise of two simulations is small beside what nodes add. */
const STRIDE = 1.2;
/** Servers and nodes that are simulated at most; with more the ratio of simulation and formula is taken to stay. */
const MOST = { servers: 400, nodes: 40 };
/** Rounds of counting nodes and simulating around that number. */
const ROUNDS = 5;

/**
 * A world whose formula is right where it is needed: around the number of nodes that it is asked for, where short simulations say how far the formula
 * is off (balancers, bursts, small pools, services that are not exponential). Returned as it is where the formula is exact.
 *
 *   odds(n) = odds of ρ simulated / odds of ρ by the formula, both at the largest rate that keeps the budget, with n nodes
 *
 * `count` says how many nodes a world needs; it is asked again after each round until its number lies between simulated ones. Refuses what `count` refuses.
 * Source: `simulatedRate`, `budgetRate`.
 */
export function correctWorld(world: NodeWorld, target: LatencyTarget, count: (world: NodeWorld) => number): NodeWorld {
  if (isExact(world)) return world;
  let current = world;
  for (let round = 0; round < ROUNDS; round++) {
    const known = current.corrections ?? [];
    const wanted = isAlikeFor(world) ? [1] : round === 0 ? around(count(current)).slice(-1) : around(count(current));
    const missing = wanted.filter((nodes) => !known.some((one) => one.nodes === nodes));
    if (missing.length === 0 && round > 0) return current;
    const found = missing.flatMap((nodes) => correctionOf(current, nodes, target) ?? []);
    current = { ...current, corrections: [...known, ...found].sort((a, b) => a.nodes - b.nodes) };
  }
  return current;
}

/** Poisson arrivals and exponential service in one line, or split by chance, which makes them Poisson again. */
const isExact = ({ balancer, bursts, ca2, service }: NodeWorld): boolean =>
  bursts === undefined && ca2 === 1 && service.cs2 === 1 && (balancer === 'shared' || balancer === 'random');

/** True when a node behaves the same, however many others there are. */
const isAlikeFor = ({ balancer, bursts, ca2, contention, coherency }: NodeWorld): boolean =>
  balancer === 'random' && bursts === undefined && ca2 === 1 && contention === 0 && coherency === 0;

/** The simulated numbers of nodes below and above a number, or it alone where it is one. */
function around(nodes: number): number[] {
  let [low, high] = [1, 1];
  while (high < nodes) [low, high] = [high, Math.max(high + 1, Math.round(high * STRIDE))];
  return high === nodes ? [nodes] : [low, high];
}

/** null where no rate keeps the budget. What is known of other numbers of nodes is where the search begins. */
function correctionOf(known: NodeWorld, nodes: number, target: LatencyTarget): Correction | null {
  const world = { ...known, corrections: [] };
  const formula = loadOf(world, nodes, budgetRate(world, nodes, target));
  if (formula === 0) return null;
  const small = simulable(world, nodes);
  const guess = budgetRate({ ...small.world, corrections: known.corrections ?? [] }, small.nodes, target);
  const ratio = simulatedRate(small.world, small.nodes, target, guess) / budgetRate(small.world, small.nodes, target);
  const simulated = Math.min(1 - LEAST_SPARE, formula * ratio);
  return { nodes, odds: (simulated * (1 - formula)) / (formula * (1 - simulated)) };
}

/** A load nearer to 1 has odds that are all rounding. */
const LEAST_SPARE = 1e-6;

const loadOf = (world: NodeWorld, nodes: number, rate: number) => Math.min(1 - LEAST_SPARE, rate / saturationRate(world, nodes));

/** Nodes of the same kind, as many as can be simulated, and as slow as the given number makes them. */
function simulable(world: NodeWorld, nodes: number): { world: NodeWorld; nodes: number } {
  // One node alone is simulated where requests are dealt out blindly.
  if (poolOf(world, nodes).share < 1) return { world, nodes };
  const most = Math.max(1, Math.min(MOST.nodes, Math.floor(MOST.servers / world.serversPerNode)));
  if (nodes <= most) return { world, nodes };
  return {
    world: { ...world, service: scaledService(world.service, uslSlowdown(world, nodes)), contention: 0, coherency: 0 },
    nodes: most,
  };
}
