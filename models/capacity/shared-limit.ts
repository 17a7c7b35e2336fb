import { Refusal } from '../refusal.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import { digits } from './gate/number-pair.ts';
import type { NodeWorld } from './laws/node-world.ts';
import type { NodeScaling } from './node-scaling.ts';

/** A limit that more nodes do not move. */
export interface SharedLimit {
  /** Requests per second, and the 90 % interval of it. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** False where nodes that contend would explain the steps as well. */
  readonly certain: boolean;
}

/** The shared limit of fitted nodes, with the interval of its draws; null where none was seen. */
export function sharedLimitOf({ shared }: NodeWorld, draws: readonly NodeWorld[], { certain }: NodeScaling): SharedLimit | null {
  if (!shared) return null;
  const rates = draws.map((draw) => draw.shared?.rate ?? shared.rate).sort((a, b) => a - b);
  const end = (share: number) => (rates.length === 0 ? shared.rate : nearestRank(rates, share));
  return { rate: shared.rate, low: Math.min(shared.rate, end(0.05)), high: Math.max(shared.rate, end(0.95)), certain };
}

/** What limits the nodes, where, and what to do instead of adding nodes. */
export function limitSentence({ rate, low, high, certain }: SharedLimit): string {
  const interval = high - low < 0.01 * rate ? '' : ` (90 % interval ${digits(low)} to ${digits(high)}/s)`;
  const doubt = certain ? '' : ', or nodes hinder each other: two numbers of nodes do not tell, so saturate a third';
  return `a shared limit of ${digits(rate)}/s${interval}: something that all nodes use (a database, a connection pool, a partner) saturates there, however many nodes there are${doubt}; beyond it that part must be made larger, asked less often, or protected by a waiting room`;
}

/** Refusal (`infeasible`) of a rate that a shared limit keeps from the budget, with any number of nodes. */
export const beyondLimit = (rate: number, limit: number): Refusal =>
  new Refusal(
    'infeasible',
    `infeasible: ${digits(rate)}/s is ${rate < limit ? 'too near to' : 'beyond'} the shared limit of ${digits(limit)}/s, where something that all nodes use (a database, a connection pool, a partner) saturates; more nodes do not help: make that part larger, ask it less often, or let fewer people in at a time`,
  );
