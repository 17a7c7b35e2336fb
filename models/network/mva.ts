import { type ClosedNetwork, requireNetwork } from './closed-network.ts';
import { convolve } from './log-convolution.ts';

export interface MvaAnswer {
  /** X, trips per unit of time. */
  readonly throughput: number;
  /** R, time of a trip without thinking. */
  readonly response: number;
  /** Mean number at each station, in service or waiting. */
  readonly queues: readonly number[];
  /** Utilisation of each server, by station. */
  readonly utilisations: readonly number[];
}

/**
 * Throughput and response of a closed network of stations with one or many servers each (exact).
 * Used for virtual users with think time, connection pools and tiers behind a fixed number of workers.
 *
 *   X(N) = G(N − 1)/G(N),  R = N/X − Z,  U_i = X D_i/m_i,  Q_i = Σ_k k f_i(k) G_{−i}(N − k)/G(N)
 *   f_i(k) = D_i^k / Π_{j≤k} min(j, m_i),  think time f(k) = Z^k/k!,  G the convolution of all f
 *
 *   D_i  demand at station i, time   m_i  its servers   Z  think time   N  population
 *
 * Not by mean value analysis: its step for several servers takes the probability of an empty station as one minus the others, which cancels from some
 * eighty servers on (published tools then print negative throughputs). The convolution adds positive terms only, carried as logarithms.
 * Source: Buzen 1973; Reiser and Kobayashi 1975. Valid for: product-form networks (FCFS with exponential service, or processor sharing with any).
 * @example mva({ stations: [{ demand: 1 }, { demand: 1 }], think: 0, population: 1 }).throughput // => 0.5
 */
export function mva(network: ClosedNetwork): MvaAnswer {
  requireNetwork(network);
  const { stations, think, population } = network;
  const factors = stations.map(({ demand, servers = 1 }) => logFactors(demand, servers, population));
  const before = [think === 0 ? onlyEmpty(population) : logFactors(think, Number.POSITIVE_INFINITY, population)];
  for (const factor of factors) before.push(convolve(before.at(-1)!, factor));
  const total = before.at(-1)!;
  const throughput = Math.exp(total[population - 1]! - total[population]!);
  return {
    throughput,
    response: Math.max(0, population / throughput - think),
    queues: queueLengths(factors, before, total[population]!),
    utilisations: stations.map(({ demand, servers = 1 }) => Math.min(1, (throughput * demand) / servers)),
  };
}

/** ln f(k) for k = 0 … N. */
function logFactors(demand: number, servers: number, population: number): Float64Array {
  const logs = new Float64Array(population + 1);
  for (let k = 1; k <= population; k++) logs[k] = logs[k - 1]! + Math.log(demand / Math.min(k, servers));
  return logs;
}

function onlyEmpty(population: number): Float64Array {
  const logs = new Float64Array(population + 1).fill(Number.NEGATIVE_INFINITY);
  logs[0] = 0;
  return logs;
}

/** Mean number at every station; `before[i]` is the convolution of think time and the stations ahead of i. */
function queueLengths(factors: readonly Float64Array[], before: readonly Float64Array[], logTotal: number): number[] {
  const queues = new Array<number>(factors.length);
  const population = factors[0]!.length - 1;
  let behind = onlyEmpty(population);
  for (let i = factors.length - 1; i >= 0; i--) {
    const others = convolve(before[i]!, behind);
    let mean = 0;
    for (let k = 1; k <= population; k++) mean += k * Math.exp(factors[i]![k]! + others[population - k]! - logTotal);
    queues[i] = mean;
    if (i > 0) behind = convolve(factors[i]!, behind);
  }
  return queues;
}
