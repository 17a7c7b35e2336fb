import { erlangC } from '../erlang/erlang-c.ts';

/**
 * Mean wait of M/M/c in units of the service time, E[W]/S = C(c, ρc)/(c(1 − ρ)).
 * Used as the base that the G/G/c approximations correct.
 *
 *   ρ  utilisation, above 0 and below 1    c  servers
 *
 * @example mmcMeanWait(1, 0.5) // => 1
 */
export function mmcMeanWait(servers: number, utilisation: number): number {
  return erlangC(servers, utilisation * servers) / (servers * (1 - utilisation));
}
