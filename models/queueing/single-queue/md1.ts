import { atPercentiles } from '../../numeric/at-percentiles.ts';
import { mustBe } from '../../numeric/must-be.ts';
import { crossing } from '../../numeric/search.ts';
import { Refusal } from '../../refusal.ts';
import { mg1 } from './mg1.ts';

export interface Md1Answer {
  readonly meanWait: number;
  readonly waitPercentiles: Readonly<Record<string, number>>;
}

/** Levels of the queue that are computed at most: reached only above a utilisation of about 0.9999. */
const MOST_LEVELS = 1_000_000;

/**
 * M/D/1: mean and percentiles of the wait when every service takes the same time.
 * Used for a single worker with constant work, and as the oracle of the simulator.
 *
 *   P(W ≤ x) = Σ_{j<k} Q_{k−1−j} e^{−λy} (λy)^j / j!,   y = kS − x,   (k − 1)S ≤ x < kS
 *
 *   ρ  utilisation, below 1    S  service time    λ = ρ/S    Q_n  probability of at most n people waiting
 *
 * The textbook series alternates and loses every digit for large x; this form adds positive terms only. So does the recursion of Q, by level
 * crossings: π_{j+1} P(no arrival) = π_0 P(A > j) + Σ_{i=1..j} π_i P(A > j + 1 − i), A the arrivals during a service.
 * Source: G. J. Franx, A simple solution for the M/D/c waiting time distribution, 2001. Valid for: Poisson arrivals, FCFS.
 * @example md1({ utilisation: 0.5, serviceTime: 1, percentiles: [50] }).meanWait // => 0.5
 */
export function md1(args: { utilisation: number; serviceTime: number; percentiles: readonly number[] }): Md1Answer {
  const { utilisation, serviceTime, percentiles } = args;
  mustBe.positive('serviceTime', serviceTime);
  mustBe.positive('utilisation', utilisation);
  const meanWait = mg1({ arrivalRate: utilisation / serviceTime, serviceTime, cs2: 0 });
  const tail = md1WaitTail(utilisation);
  return {
    meanWait,
    waitPercentiles: atPercentiles(percentiles, (beyond) => serviceTime * crossing(tail, beyond, 1)),
  };
}

/** P(W > x) with x in service times. The returned function keeps its levels, so that a search pays for each once. */
function md1WaitTail(utilisation: number): (x: number) => number {
  const arrivalsBeyond = poissonTails(utilisation);
  const states: number[] = [1 - utilisation];
  const waiting: number[] = [];
  const atMost = (n: number): number => {
    while (waiting.length <= n) {
      if (waiting.length > MOST_LEVELS) throw tooClose(utilisation);
      states.push(nextState(states, arrivalsBeyond, utilisation));
      waiting.push((waiting.at(-1) ?? states[0]!) + states.at(-1)!);
    }
    return waiting[n]!;
  };
  return (x) => {
    const whole = Math.floor(x) + 1;
    const mean = utilisation * (whole - x);
    let poisson = Math.exp(-mean);
    let sum = 0;
    for (let j = 0; j < whole && poisson > 0; j++) {
      sum += atMost(whole - 1 - j) * poisson;
      poisson *= mean / (j + 1);
    }
    return 1 - sum;
  };
}

/** P(A > n) for n = 0, 1, … until it is below 1e-20, A Poisson. */
function poissonTails(mean: number): number[] {
  const terms: number[] = [];
  for (let term = Math.exp(-mean), n = 0; term > 1e-22; n++, term *= mean / n) terms.push(term);
  let tail = 0;
  const tails: number[] = [];
  for (let n = terms.length - 1; n > 0; n--) {
    tail += terms[n]!;
    tails.unshift(tail);
  }
  return tails;
}

function nextState(states: readonly number[], beyond: readonly number[], utilisation: number): number {
  const level = states.length - 1;
  let up = states[0]! * (beyond[level] ?? 0);
  for (let i = Math.max(1, level + 2 - beyond.length); i <= level; i++) up += states[i]! * beyond[level + 1 - i]!;
  return up * Math.exp(utilisation);
}

const tooClose = (utilisation: number) =>
  new Refusal(
    'out-of-range',
    `utilisation: too close to 1 for an exact percentile of M/D/1, got ${utilisation}; use ggc with ca2 1 and cs2 0`,
  );
