import { type ClosedNetwork, requireNetwork } from './closed-network.ts';

export interface MvaBounds {
  /** Asymptotic bounds of the throughput. */
  readonly aba: readonly [low: number, high: number];
  /** Geometric bounds of the throughput, tighter; square-root form when there is think time. */
  readonly geometric: readonly [low: number, high: number];
  /** Asymptotic lower bound of the response. */
  readonly responseLow: number;
}

/**
 * Bounds on the throughput of a closed network without solving it.
 * Used as assertions on every solved or measured network: a result outside them is wrong.
 *
 *   asymptotic  N/(Z + N·D) ≤ X ≤ min(N/(Z + D), 1/D_max),   R ≥ max(D, N·D_max − Z)
 *   geometric   X ≈ 2N/(b + √(b² − 4 Z D_max M)),  b = Z + D + D_max(N − 1) − Σ (D_max − D_i) Q_i
 *               low: M = N − 1 and lower Q_i;  high: M = N and upper Q_i
 *               Q_i = y(1 − y^{N−1})/(1 − y);  lower y = D_i(N − 1)/(Z + D + D_max(N − 1)),  upper y = D_i·X⁺
 *   proportional X⁺ = min((N − 1)/(Z + D + (N − 2 − Z·A)·ΣD_i²/D), 1/D_max), A the asymptote of N − 2 users: throughput that N − 1 users do not exceed
 *
 *   D_i  demand at a station, time   D  their sum   D_max  the largest   Z  think time   N  population
 *
 * A station of m servers is slower than one server m times as fast and faster than one server alone: the upper bounds use the first, the
 * lower ones the second, so they stay proven but lie far apart when m is large; a station with a server for each customer is think time.
 * Source: Denning and Buzen 1978; Hsieh and Lam, Two classes of performance bounds for closed queueing networks, Performance Evaluation 7(1), 1987; Casale, Muntz and Serazzi, Geometric bounds, IEEE Trans.
 * Computers 57(6), 2008, eq. 8 and 13: both bounds of its tables IV and V.
 * @example mvaBounds({ stations: [{ demand: 1 }, { demand: 1 }], think: 0, population: 1 }).aba // => [0.5, 0.5]
 */
export function mvaBounds(network: ClosedNetwork): MvaBounds {
  requireNetwork(network);
  const { stations, think, population } = network;
  const trip = sum(stations.map(({ demand }) => demand));
  const bottleneck = Math.max(...stations.map(({ demand, servers = 1 }) => demand / servers));
  const queueing = stations.filter(({ servers = 1 }) => servers < population);
  const unqueued = think + sum(stations.filter((station) => !queueing.includes(station)).map(({ demand }) => demand));
  const most = Math.min(population / (think + trip), 1 / bottleneck);
  if (queueing.length === 0) return { aba: [most, most], geometric: [most, most], responseLow: trip };
  const slow = queueing.map(({ demand }) => demand);
  const fast = queueing.map(({ demand, servers = 1 }) => demand / servers);
  const aba = [population / (unqueued + population * sum(slow)), most] as const;
  const { low } = geometric({ demands: slow, think: unqueued, population });
  const { high } = geometric({ demands: fast, think: unqueued, population });
  return {
    aba,
    geometric: [Math.max(aba[0], low), Math.min(aba[1], high)],
    responseLow: Math.max(trip, population * bottleneck - think),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

interface SingleServers {
  readonly demands: readonly number[];
  readonly think: number;
  readonly population: number;
}

/** Asymptotic bound: throughput that the population does not exceed. */
const asymptote = ({ demands, think, population }: SingleServers): number =>
  Math.min(population / (think + sum(demands)), 1 / Math.max(...demands));

/** Proportional bound: throughput that the population does not exceed; 0 for nobody. */
function proportional(network: SingleServers): number {
  const { demands, think, population } = network;
  if (population === 0) return 0;
  const waiting = population - 1 - think * asymptote({ ...network, population: population - 1 });
  const trip = sum(demands);
  const most = population / (think + trip + (Math.max(0, waiting) * sum(demands.map((demand) => demand * demand))) / trip);
  return Math.min(most, 1 / Math.max(...demands));
}

function geometric({ demands, think, population }: SingleServers): { low: number; high: number } {
  const most = proportional({ demands, think, population: population - 1 });
  const trip = sum(demands);
  const largest = Math.max(...demands);
  const minor = demands.filter((demand) => demand < largest);
  const queueOf = (share: number) => (share >= 1 ? population - 1 : (share * (1 - share ** (population - 1))) / (1 - share));
  const relief = (share: (demand: number) => number) => sum(minor.map((demand) => (largest - demand) * queueOf(share(demand))));
  const base = think + trip + largest * (population - 1);
  const lower = base - relief((demand) => (demand * (population - 1)) / (think + trip + largest * (population - 1)));
  const upper = base - relief((demand) => demand * most);
  return {
    low: root(lower, think * largest * (population - 1), population) ?? 0,
    high: root(upper, think * largest * population, population) ?? Number.POSITIVE_INFINITY,
  };
}

/** 2N/(b + √(b² − 4q)); null where the quadratic has no root and there is no bound. */
function root(b: number, q: number, population: number): number | null {
  const discriminant = b * b - 4 * q;
  return discriminant < 0 ? null : (2 * population) / (b + Math.sqrt(discriminant));
}
