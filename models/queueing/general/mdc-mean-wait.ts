import { poissonTail } from '../../distributions/poisson-tail.ts';
import { mmcMeanWait } from '../single-queue/mmc-mean-wait.ts';
import { whittCorrection } from './whitt-1993.ts';

/** Terms of the series that are added at most; beyond, utilisation is so close to 1 that the correction is good to 0.2 %. */
const MOST_TERMS = 3000;

/**
 * Mean wait of M/D/c in units of the service time.
 * Used to interpolate between constant and exponential service.
 *
 *   E[W]/S = Σ_{n≥1} ( P(A_n ≥ nc) − P(A_n ≥ nc + 1)/ρ ),  A_n Poisson with mean nρc
 *
 *   ρ  utilisation, below 1    c  servers
 *
 * Spitzer's identity for the walk S_n = nS − (time of nc arrivals): with constant service customer k + c follows customer k on its server.
 * Source: Crommelin 1932, Pollaczek 1930. Exact; where e^{−nc(ρ − 1 − ln ρ)} needs more than 3000 terms, Whitt's correction of M/M/c/2.
 * @example mdcMeanWait(1, 0.5) // => 0.5
 */
export function mdcMeanWait(servers: number, utilisation: number): number {
  const decay = servers * (utilisation - 1 - Math.log(utilisation));
  const terms = Math.ceil(36 / decay);
  if (terms > MOST_TERMS) {
    return (whittCorrection({ utilisation, servers, ca2: 1, cs2: 0 }) * mmcMeanWait(servers, utilisation)) / 2;
  }
  let sum = 0;
  for (let n = terms; n >= 1; n--) {
    const { equal, beyond } = poissonTail(n * utilisation * servers, n * servers);
    sum += equal - beyond * (1 / utilisation - 1);
  }
  return sum;
}
