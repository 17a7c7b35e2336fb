import { normalDensity, normalTail } from '../../distributions/normal.ts';
import { mustBe } from '../../numeric/must-be.ts';
import { smallestWhole } from '../../numeric/search.ts';
import { erlangC } from '../erlang/erlang-c.ts';
import { halfinWhittBeta } from '../erlang/halfin-whitt.ts';

export interface DelayTarget {
  /** a = λS, erlang; with `loadSd` the mean of an uncertain load. */
  readonly load: number;
  /** Largest share of arrivals that may wait, above 0 and below 1. */
  readonly delayProbability: number;
  /** Standard deviation of the load as a share of its mean, 0 to 1 (0.1 is 10 %), lognormal; 0 or absent when the load is known. */
  readonly loadSd?: number;
}

/** Even number of Simpson intervals over the part of the loads where waiting is neither certain nor negligible. */
const INTERVALS = 64;

/** Standard deviations, of the busy servers below saturation and of ln A around its mean, beyond which the product is negligible (e^-32). */
const DEPTH = 8;

/**
 * Smallest number of servers with which at most a share α of arrivals waits. Used to size pools by the probability of waiting, also for a
 * forecast peak.
 *
 *   c* = min { c : C(c, a) ≤ α };   with an uncertain load  min { c : E[C(c, A)] ≤ α },  C = 1 where A ≥ c
 *
 *   a  load, erlang    α  delay probability    A  lognormal with mean a and standard deviation loadSd·a
 *
 * Starts from Halfin–Whitt and ends with the exact recursion, because the rule alone is one server short in half of the cases.
 * The uncertain load splits into A ≥ c, a normal probability, and a strip below c of 8/√c in ln A (cut to 8 deviations of ln A), by Simpson's
 * rule: outside it waiting is below 1e-13.
 * Source: Erlang C by bisection; uncertain load as in Whitt, Staffing a call center with uncertain arrival rate, 2006. Valid for: M/M/c, each load lasting long enough to settle.
 * @example serversForDelay({ load: 1000, delayProbability: 0.05 }) // => 1056
 */
export function serversForDelay({ load, delayProbability, loadSd = 0 }: DelayTarget): number {
  mustBe.positive('load', load);
  mustBe.openShare('delayProbability', delayProbability);
  mustBe.share('loadSd', loadSd);
  const delay = loadSd === 0 ? (servers: number) => erlangC(servers, load) : uncertainDelay(load, loadSd);
  const guess = loadSd === 0 ? load + halfinWhittBeta(delayProbability) * Math.sqrt(load) - 1 : load;
  return smallestWhole(leastAbove(load, guess, delay, delayProbability), (servers) => delay(servers) <= delayProbability);
}

/** The guess when it is too small for the target, else the first number above the load: a search must not start above its answer. */
function leastAbove(load: number, guess: number, delay: (servers: number) => number, target: number): number {
  const first = Math.floor(load) + 1;
  const start = Math.max(first, Math.floor(guess));
  return start > first && delay(start) <= target ? first : start;
}

/** E[C(c, A)] over a lognormal load of mean `load` and relative standard deviation `loadSd`. */
function uncertainDelay(load: number, loadSd: number): (servers: number) => number {
  const sigma = Math.sqrt(Math.log1p(loadSd * loadSd));
  const middle = Math.log(load) - (sigma * sigma) / 2;
  return (servers) => {
    const top = Math.log(servers);
    const high = Math.min(top, middle + DEPTH * sigma);
    const low = Math.max(top - DEPTH / Math.sqrt(servers), middle - DEPTH * sigma);
    const width = Math.max(0, high - low);
    let sum = 0;
    for (let i = 0; i <= INTERVALS; i++) {
      const at = high - width * (i / INTERVALS);
      const weight = i === 0 || i === INTERVALS ? 1 : i % 2 === 1 ? 4 : 2;
      const offered = Math.exp(at);
      const waits = offered < servers ? erlangC(servers, offered) : 1;
      sum += weight * waits * normalDensity((at - middle) / sigma);
    }
    return normalTail((top - middle) / sigma) + (sum * width) / (3 * INTERVALS * sigma);
  };
}
