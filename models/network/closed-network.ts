import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';

/** One tier of a closed network. */
export interface Station {
  /** Service demand D per trip through the network: visits × service time. */
  readonly demand: number;
  /** Equal servers with one queue; 1 when absent. */
  readonly servers?: number;
}

/** A fixed number of users who go round the stations and think in between. */
export interface ClosedNetwork {
  readonly stations: readonly Station[];
  /** Z, mean time between a response and the next request. */
  readonly think: number;
  /** N, users. */
  readonly population: number;
}

/** Work grows with the square of the population: some seconds here. */
const MOST_USERS = 10_000;

/** Refuses a network that is not one. */
export function requireNetwork({ stations, think, population }: ClosedNetwork): void {
  if (stations.length === 0) throw new Refusal('out-of-range', 'stations: must have at least one station, got none');
  stations.forEach(({ demand, servers = 1 }, i) => {
    mustBe.positive(`stations[${i}].demand`, demand);
    mustBe.whole(`stations[${i}].servers`, servers);
  });
  mustBe.nonNegative('think', think);
  mustBe.whole('population', population, 1, MOST_USERS);
}
