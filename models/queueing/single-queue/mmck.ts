import { mustBe } from '../../numeric/must-be.ts';
import { Refusal } from '../../refusal.ts';
import { type StateProbabilities, stationaryOf } from '../birth-death.ts';

export interface MmckArguments {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  readonly servers: number;
  /** K, places in all: those in service and those waiting. */
  readonly capacity: number;
}

export interface MmckAnswer {
  /** Share of arrivals turned away. */
  readonly blocking: number;
  readonly meanQueue: number;
  readonly meanInSystem: number;
  /** Mean wait of the admitted customers. */
  readonly meanWait: number;
  readonly emptyProbability: number;
  /** Share of those let in that have to wait. */
  readonly delayGivenAccepted: number;
}

/**
 * M/M/c/K: servers with a bounded queue; an arrival that finds K inside is turned away.
 * Used for connection and thread pools, listen backlogs and admission limits.
 *
 *   p_k ∝ Π_{i≤k} λ/(min(i, c) μ),  k ≤ K;  blocking p_K;  E[W | let in] = Lq/(λ(1 − p_K))
 *
 *   λ  arrival rate, 1/time    μ  service rate, 1/time    c  servers    K  capacity, at least c
 *
 * Weights are summed outwards from the most likely state: a direct p_0 goes wrong near c = 100 in published tools.
 * Source: Gross et al., Fundamentals of Queueing Theory, §3.5; numbers of Octave `queueing` `qsmmmk`. Valid for: Poisson arrivals,
 * exponential service, FCFS, any utilisation.
 * @example mmck({ arrivalRate: 3, serviceRate: 2, servers: 2, capacity: 2 }).blocking // => 0.3103448276
 */
export function mmck({ arrivalRate, serviceRate, servers, capacity }: MmckArguments): MmckAnswer {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.whole('servers', servers);
  mustBe.whole('capacity', capacity);
  if (capacity < servers) {
    throw new Refusal('out-of-range', `capacity: must be at least the number of servers (${servers}), got ${capacity}`);
  }
  const load = arrivalRate / serviceRate;
  const states = stationaryOf({
    birth: () => arrivalRate,
    death: (k) => Math.min(k, servers) * serviceRate,
    mode: load < servers ? Math.floor(load) : capacity,
    last: capacity,
    negligible: 0,
  });
  return summarise(states, { arrivalRate, servers, capacity });
}

function summarise(
  { first, probabilities }: StateProbabilities,
  queue: { arrivalRate: number; servers: number; capacity: number },
): MmckAnswer {
  const { arrivalRate, servers, capacity } = queue;
  let meanQueue = 0;
  let meanInSystem = 0;
  let waiting = 0;
  probabilities.forEach((probability, i) => {
    const inside = first + i;
    meanInSystem += inside * probability;
    meanQueue += Math.max(0, inside - servers) * probability;
    if (inside >= servers && inside < capacity) waiting += probability;
  });
  const blocking = probabilities[capacity - first] ?? 0;
  const accepted = sumUntil(probabilities, capacity - first);
  return {
    blocking,
    meanQueue,
    meanInSystem,
    meanWait: meanQueue / (arrivalRate * accepted),
    emptyProbability: first === 0 ? probabilities[0]! : 0,
    delayGivenAccepted: waiting / accepted,
  };
}

/** Share let in, as a sum: 1 − p_K would cancel in a system that turns almost everyone away. */
function sumUntil(probabilities: Float64Array, end: number): number {
  let sum = 0;
  for (let i = 0; i < Math.min(end, probabilities.length); i++) sum += probabilities[i]!;
  return sum;
}
