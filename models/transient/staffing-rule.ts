import { halfinWhittBeta } from '../queueing/erlang/halfin-whitt.ts';
import { serversForDelay } from '../queueing/servers/servers-for-delay.ts';
import type { Stretch } from './kolmogorov.ts';
import { offeredLoadSine, type SineLoad } from './offered-load-sine.ts';

/** `mol`: by the load that is there; `psa`: as if the arrivals of this moment had always been so; `constant`: one number, for the mean. */
export type StaffingMethod = 'mol' | 'psa' | 'constant';

/**
 * Servers as a function of time under a sine of arrivals.
 *
 *   mol       ⌈m(t) + β√m(t)⌉, m the offered load, β of Halfin–Whitt
 *   psa       smallest c with Erlang C ≤ target at λ(t)
 *   constant  ⌈m̄ + β√m̄⌉, m̄ = λ̄/μ
 *
 * Source: Jennings, Mandelbaum, Massey and Whitt, Server staffing to meet time-varying demand, Management Science 42(10), 1996.
 * @example staffingRule({ mean: 30, amplitude: 20, frequency: 1, serviceRate: 1 }, 0.1, 'constant')(0) // => 38
 */
export function staffingRule(load: SineLoad, delayProbability: number, method: StaffingMethod): (t: number) => number {
  const { mean, amplitude, frequency, serviceRate } = load;
  const beta = halfinWhittBeta(delayProbability);
  const squareRoot = (offered: number) => Math.max(1, Math.ceil(offered + beta * Math.sqrt(offered)));
  if (method === 'constant') {
    const servers = squareRoot(mean / serviceRate);
    return () => servers;
  }
  if (method === 'mol') return (t) => squareRoot(Math.max(0, offeredLoadSine({ ...load, at: t })));
  return (t) => {
    const offered = (mean + amplitude * Math.sin(frequency * t)) / serviceRate;
    return offered > 0 ? serversForDelay({ load: offered, delayProbability }) : 1;
  };
}

/** Looks for changes this often in a period; two changes back within one look would be missed, which takes more than 4,000 servers. */
const LOOKS = 4096;

/**
 * One period cut into stretches with a constant number of servers, changes found by halving to the last bit.
 * @example shiftsOf((t) => (t < 1 ? 1 : 2), 2).length // => 2
 */
export function shiftsOf(servers: (t: number) => number, period: number): Stretch[] {
  const shifts: Stretch[] = [];
  let [from, current] = [0, servers(0)];
  for (let look = 1; look <= LOOKS; look++) {
    const [before, at] = [(period * (look - 1)) / LOOKS, (period * look) / LOOKS];
    let start = before;
    while (servers(at) !== current) {
      const change = changeBetween(servers, current, start, at);
      if (change > from) shifts.push({ from, until: change, servers: current });
      [from, start, current] = [change, change, servers(change)];
    }
  }
  if (from < period) shifts.push({ from, until: period, servers: current });
  return shifts;
}

/** First time in (low, high] at which the number is no longer `current`. */
function changeBetween(servers: (t: number) => number, current: number, from: number, until: number): number {
  let [low, high] = [from, until];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (servers(middle) === current) low = middle;
    else high = middle;
  }
  return high;
}
