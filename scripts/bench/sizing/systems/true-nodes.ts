import { randomFrom } from '../../../../models/workload/users/random.ts';
import { drawArrivals, drawTimes } from '../simulator/draw-times.ts';
import { simulateSystem, type Work } from '../simulator/simulate-system.ts';
import type { System } from '../simulator/system.ts';
import type { SystemQuestion } from './system-question.ts';

/** The smallest number of nodes that keeps the budget. */
export interface TrueNodes {
  /** null: none does. */
  readonly nodes: number | null;
  /** False when the number beside it keeps or breaks the budget by less than the simulation is sure of. */
  readonly sure: boolean;
}

export interface TruthOptions {
  /** Customers of the first simulation; doubled until the answer is sure, or `most` are reached. */
  readonly least: number;
  readonly most: number;
}

const WARM_UP_SHARE = 0.1;
const BATCHES = 20;
const SURE = 2;
/** With this many times the nodes that are busy nobody waits at a node, whoever balances them. */
const MOST_TIMES = 40;

/** The true answer to a question, by simulation. The same customers come to every number of nodes, so one more never looks worse by chance. */
export function trueNodes(question: SystemQuestion, { least, most }: TruthOptions): TrueNodes {
  const { system, peakRate } = question;
  const { workers, service, database } = system;
  if (database !== null && peakRate * database.query.mean >= database.connections) return { nodes: null, sure: true };
  const busy = Math.floor((peakRate * (service.mean + (database?.query.mean ?? 0))) / workers) + 1;
  for (let customers = least; ; customers *= 2) {
    const margin = marginsOf(question, customers);
    const nodes = smallest(busy, MOST_TIMES * busy, (count) => margin(count).mean <= 0);
    const beside = nodes === null ? [MOST_TIMES * busy] : [nodes, ...(nodes > busy ? [nodes - 1] : [])];
    const sure = beside.every((count) => Math.abs(margin(count).mean) > SURE * margin(count).error);
    if (sure || 2 * customers > most) return { nodes, sure };
  }
}

interface Margin {
  /** Share of late requests beyond what the budget allows, and its standard error. */
  readonly mean: number;
  readonly error: number;
}

function marginsOf({ number, system, arrivals, peakRate, target }: SystemQuestion, customers: number): (nodes: number) => Margin {
  const work: Work = {
    arrivals: drawArrivals(arrivals, peakRate, customers, randomFrom(number, 11)),
    ...workOf(system, customers, number),
  };
  const found = new Map<number, Margin>();
  return (nodes) => {
    const known = found.get(nodes);
    if (known !== undefined) return known;
    const { responses } = simulateSystem(system, work, { nodes, random: randomFrom(number, 14) });
    const margin = marginOf(responses, target);
    found.set(nodes, margin);
    return margin;
  };
}

/** Services and queries of customers, from streams of their own. */
export function workOf({ service, database }: System, customers: number, seed: number): Pick<Work, 'services' | 'queries'> {
  return {
    services: drawTimes(service, customers, randomFrom(seed, 12)),
    queries: database && drawTimes(database.query, customers, randomFrom(seed, 13)),
  };
}

function marginOf(responses: Float64Array, { percentile, limit }: SystemQuestion['target']): Margin {
  const from = Math.ceil(responses.length * WARM_UP_SHARE);
  const size = Math.floor((responses.length - from) / BATCHES);
  const shares = Array.from({ length: BATCHES }, (_, batch) => {
    let late = 0;
    for (let i = from + batch * size; i < from + (batch + 1) * size; i++) if (responses[i]! > limit) late++;
    return late / size;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / BATCHES;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (BATCHES - 1);
  return { mean: mean - (100 - percentile) / 100, error: Math.sqrt(variance / BATCHES) };
}

/** Smallest number from `low` to `high` that holds, by doubling steps and halving; null when `high` does not. */
function smallest(low: number, high: number, holds: (count: number) => boolean): number | null {
  let [fails, keeps] = [low - 1, low];
  for (let step = 1; !holds(keeps); step *= 2) {
    if (keeps === high) return null;
    [fails, keeps] = [keeps, Math.min(high, keeps + step)];
  }
  while (keeps - fails > 1) {
    const middle = Math.floor((fails + keeps) / 2);
    if (holds(middle)) keeps = middle;
    else fails = middle;
  }
  return keeps;
}
