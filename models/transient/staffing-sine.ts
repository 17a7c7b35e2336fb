import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';
import { carryForward, type Stretch, stepsOf } from './kolmogorov.ts';
import { requireSine, type SineLoad } from './offered-load-sine.ts';
import { type StaffingMethod, shiftsOf, staffingRule } from './staffing-rule.ts';

export interface StaffingSineArguments extends SineLoad {
  /** Share of arrivals that may wait. */
  readonly delayProbability: number;
  readonly method: StaffingMethod;
}

/** Over one period of the settled system; means are over time. */
export interface StaffingSineAnswer {
  readonly minDelay: number;
  readonly meanDelay: number;
  readonly maxDelay: number;
  readonly minServers: number;
  readonly maxServers: number;
  readonly meanServers: number;
  /** Largest mean number of people waiting. */
  readonly maxQueue: number;
}

/** Most state updates: about five seconds of computing. */
const MOST_WORK = 6e8;

/** Probability beyond the last state that is let go, and the change from one period to the next that counts as settled. */
const LOST = 1e-9;
const SETTLED = 1e-9;

/**
 * Probability of waiting over a period when the number of servers follows a sine of arrivals. Used to check a staffing rule: the one by
 * offered load keeps the target, the one by the current arrival rate gives probabilities from .002 to .97.
 *
 *   P(delay)(t) = Σ_{k ≥ s(t)} p_k(t), p the periodic solution of the Kolmogorov equations of Mt/M/s(t)
 *
 *   λ(t) = mean + amplitude · sin(frequency · t), 1/time   μ  service rate, 1/time   s(t)  servers by `staffingRule`, changed at once
 *
 * Run from a Poisson start until two periods agree; the number of states is doubled until nothing is lost at the end. When s falls,
 * customers in service above it wait again, so the extremes are at the changes, and both sides of each are evaluated. Source: Jennings,
 * Mandelbaum, Massey and Whitt 1996. Valid for: Poisson arrivals, exponential service.
 * @example staffingSine({ mean: 3, amplitude: 0, frequency: 1, serviceRate: 1, delayProbability: 0.3, method: 'psa' }).maxServers // => 5
 */
export function staffingSine({ delayProbability, method, ...load }: StaffingSineArguments): StaffingSineAnswer {
  requireSine(load);
  mustBe.openShare('delayProbability', delayProbability);
  const period = (2 * Math.PI) / load.frequency;
  const shifts = shiftsOf(staffingRule(load, delayProbability, method), period);
  const most = Math.max(...shifts.map(({ servers }) => servers));
  for (let states = 2 * most + 40; ; states *= 2) {
    const answer = settle(load, shifts, period, states);
    if (answer !== null) return answer;
  }
}

/** One period after the other until they agree; null when too much probability reaches the last state. */
function settle(load: SineLoad, shifts: readonly Stretch[], period: number, states: number): StaffingSineAnswer | null {
  const { mean, amplitude, frequency, serviceRate } = load;
  const arrivalRate = (t: number) => mean + amplitude * Math.sin(frequency * t);
  const p = poisson(mean / serviceRate, states);
  const chain = { arrivalRate, serviceRate };
  const workOfPeriod = states * shifts.reduce((steps, shift) => steps + stepsOf(chain, shift), 0);
  for (let round = 0; (round + 2) * workOfPeriod < MOST_WORK; round++) {
    const before = p.slice();
    const tally = newTally();
    for (const shift of shifts) {
      let last = shift.from;
      let delay = read(p, shift.servers, tally);
      carryForward(p, chain, shift, (t) => {
        const next = read(p, shift.servers, tally);
        tally.delayTime += ((delay + next) / 2) * (t - last);
        [delay, last] = [next, t];
      });
      tally.serverTime += shift.servers * (shift.until - shift.from);
    }
    if (p[states - 1]! > LOST / states) return null;
    if (p.every((value, k) => Math.abs(value - before[k]!) < SETTLED)) return summary(tally, shifts, period);
  }
  throw tooLong(load);
}

const newTally = () => ({ minDelay: 1, maxDelay: 0, maxQueue: 0, delayTime: 0, serverTime: 0 });

/** Reads the delay probability and the queue of this moment into the tally. */
function read(p: Float64Array, servers: number, tally: ReturnType<typeof newTally>): number {
  let [delay, queue] = [0, 0];
  for (let k = servers; k < p.length; k++) {
    delay += p[k]!;
    queue += (k - servers) * p[k]!;
  }
  tally.minDelay = Math.min(tally.minDelay, delay);
  tally.maxDelay = Math.max(tally.maxDelay, delay);
  tally.maxQueue = Math.max(tally.maxQueue, queue);
  return delay;
}

function summary(tally: ReturnType<typeof newTally>, shifts: readonly Stretch[], period: number): StaffingSineAnswer {
  const servers = shifts.map((shift) => shift.servers);
  return {
    minDelay: tally.minDelay,
    meanDelay: tally.delayTime / period,
    maxDelay: tally.maxDelay,
    minServers: Math.min(...servers),
    maxServers: Math.max(...servers),
    meanServers: tally.serverTime / period,
    maxQueue: tally.maxQueue,
  };
}

function poisson(mean: number, states: number): Float64Array {
  const p = Float64Array.from({ length: states }, (_, k) => k * Math.log(mean));
  let logFactorial = 0;
  let sum = 0;
  for (let k = 0; k < states; k++) {
    logFactorial += k === 0 ? 0 : Math.log(k);
    p[k] = Math.exp(p[k]! - logFactorial - mean);
    sum += p[k]!;
  }
  return p.map((value) => value / sum);
}

const tooLong = ({ mean, frequency }: SineLoad) =>
  new Refusal(
    'out-of-range',
    `frequency: too slow for an exact solution at a mean of ${mean} arrivals, got ${frequency}; below it psa and mol agree, use servers-for-delay`,
  );
