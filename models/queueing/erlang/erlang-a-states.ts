import { mustBe } from '../../numeric/must-be.ts';
import { unstableLoad } from '../../numeric/unstable-load.ts';
import { stationaryOf } from '../birth-death.ts';

export interface AbandonmentQueue {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly abandonRate: number;
  readonly servers: number;
  readonly room?: number;
}

export interface AbandonmentStates {
  /** P(an arrival finds a free server). */
  readonly freeProbability: number;
  /** P(it finds all busy and gets a place). */
  readonly waitProbability: number;
  /** P(it finds no place). */
  readonly blocking: number;
  readonly meanQueue: number;
  readonly meanBusy: number;
  /** People waiting in front, for each probability of `waitingStates`. */
  readonly ahead: number;
  /** P(an arrival finds all busy and `ahead`, `ahead + 1`, … waiting, and gets a place). */
  readonly waitingStates: Float64Array;
}

/** States below 1e-30 of the most likely one are left out. */
const NEGLIGIBLE = 1e-30;

/**
 * Stationary distribution of M/M/c/(c + room)+M, by what an arrival finds: a free server, a wait, or no place. Used by `erlangA` and by the
 * search for servers, which needs no waiting times. Source: birth–death chain with death rate min(k, c)μ + max(0, k − c)θ. Refuses
 * (`unstable`) ρ ≥ 1 with unlimited patience and room.
 * @example abandonmentStates({ arrivalRate: 1, serviceRate: 1, abandonRate: 1, servers: 1, room: 0 }).blocking // => 0.5
 */
export function abandonmentStates(queue: AbandonmentQueue): AbandonmentStates {
  const { arrivalRate, serviceRate, abandonRate, servers, room = Number.POSITIVE_INFINITY } = queue;
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.nonNegative('abandonRate', abandonRate);
  mustBe.whole('servers', servers);
  if (queue.room !== undefined) mustBe.whole('room', room, 0);
  const load = arrivalRate / serviceRate;
  if (abandonRate === 0 && room === Number.POSITIVE_INFINITY && load >= servers) throw unstableLoad(servers, load);
  const overflow = abandonRate === 0 ? room : Math.floor((arrivalRate - servers * serviceRate) / abandonRate);
  const chain = stationaryOf({
    birth: () => arrivalRate,
    death: (k) => Math.min(k, servers) * serviceRate + Math.max(0, k - servers) * abandonRate,
    mode: load < servers ? Math.floor(load) : servers + Math.min(room, overflow),
    last: servers + room,
    negligible: NEGLIGIBLE,
  });
  return cut(chain, servers, servers + room);
}

function cut({ first, probabilities }: { first: number; probabilities: Float64Array }, servers: number, last: number): AbandonmentStates {
  let [freeProbability, meanQueue, meanBusy, waitProbability] = [0, 0, 0, 0];
  probabilities.forEach((probability, i) => {
    const inside = first + i;
    meanBusy += Math.min(inside, servers) * probability;
    if (inside < servers) freeProbability += probability;
    else {
      meanQueue += (inside - servers) * probability;
      if (inside < last) waitProbability += probability;
    }
  });
  const begin = Math.max(0, servers - first);
  const waitingStates = probabilities.subarray(begin, Math.max(begin, last - first));
  return {
    freeProbability,
    waitProbability,
    blocking: probabilities[last - first] ?? 0,
    meanQueue,
    meanBusy,
    ahead: Math.max(0, first - servers),
    waitingStates,
  };
}
