import type { ServiceLaw } from './service-law.ts';

/** Something that all nodes share: a database, a pool of connections, a partner. */
export interface SharedStation {
  /** Requests per second that it carries, however many nodes ask. */
  readonly rate: number;
}

/**
 * Most that busy workers get through a shared station.
 *
 *   X(N) = L·(1 − B(N, r)),   r = (S − 1/L)·L;   about min(N/S, L)
 *
 *   N  workers of all nodes   L  rate of the station   S  service time without waits, the station's part included   B  Erlang B
 *
 * The closed network of one station and a delay: a worker is held while it waits. Source: machine repair model, Palm 1947; insensitive to the
 * distribution of the delay. Valid for: exponential service at the station; more regular service or several servers give up to 6 % more at N/S ≈ L.
 * @example sharedThroughput({ rate: 100 }, 0.1, 5) // => 47.5092004907
 */
export function sharedThroughput({ rate }: SharedStation, serviceTime: number, workers: number): number {
  const load = delayOf(rate, serviceTime);
  let blocked = 1;
  for (let n = 1; n <= workers && blocked > 0; n++) blocked = nextBlocked(blocked, load, n);
  return rate * (1 - blocked);
}

const delayOf = (rate: number, serviceTime: number) => Math.max(0, serviceTime * rate - 1);

/** B(n) from B(n − 1), for a load that may be 0. */
const nextBlocked = (blocked: number, load: number, n: number) => (load * blocked) / (n + load * blocked);

/**
 * Service of nodes with the wait at a shared station in it, because a worker is held while it waits; null when the queue grows without end.
 *
 *   P(j inside) ∝ Π λ/X(min(i, N));   E[W] = E[min(j, N)]/λ − S;   P(W > t) = ρe^{−θt},  ρ = λ/L,  θ = ρ/E[W]
 *
 * The station and the workers as one server whose rate depends on the number inside (flow-equivalent server), so that λ(S + E[W]) reaches the number of
 * workers exactly where λ reaches `sharedThroughput`. Waits of calm nodes stay as they are. Source: Chandy, Herzog and Woo 1975.
 */
export function throughShared(shared: SharedStation, service: ServiceLaw, workers: number, rate: number): ServiceLaw | null {
  if (rate === 0) return service;
  const inside = insideOf(shared, service.mean, workers, rate);
  if (inside === null) return null;
  const wait = inside / rate - service.mean;
  const share = Math.min(1, rate / shared.rate);
  return wait > NO_WAIT * service.mean ? delayedService(service, share, share / wait) : service;
}

const NO_WAIT = 1e-9;
/** States that add less than this are left out, and sums larger than this are scaled. */
const NEGLIGIBLE = 1e-16;
const LARGE = 1e200;

/** Mean number of workers that are busy or held; null at or above what they get through. */
function insideOf(shared: SharedStation, serviceTime: number, workers: number, rate: number): number | null {
  if (rate >= shared.rate) return null;
  const load = delayOf(shared.rate, serviceTime);
  let [blocked, weight, total, sum] = [1, 1, 1, 0];
  let ratio = 1;
  for (let n = 1; n <= workers; n++) {
    blocked = nextBlocked(blocked, load, n);
    ratio = rate / (shared.rate * (1 - blocked));
    weight *= ratio;
    total += weight;
    sum += n * weight;
    if (ratio < 1 && weight * workers < NEGLIGIBLE * total) return sum / total;
    if (weight > LARGE) [weight, total, sum] = [1, total / weight, sum / weight];
  }
  if (ratio >= 1) return null;
  const beyond = (weight * ratio) / (1 - ratio);
  return (sum + workers * beyond) / (total + beyond);
}

/** Two decays closer than this are the same: their difference has lost its digits. */
const SAME_DECAY = 1e-5;

/** A service law with a wait before it: none with 1 − share, else exponential. Exact for independent ones. */
function delayedService(service: ServiceLaw, share: number, decay: number): ServiceLaw {
  const mean = service.mean + share / decay;
  const variance = service.cs2 * service.mean ** 2 + (2 * share - share ** 2) / decay ** 2;
  return {
    mean,
    cs2: variance / mean ** 2,
    tail: (t) => service.tail(t) + share * service.delayed(t, decay),
    delayed: (t, other) => {
      const apart = Math.abs(decay - other) < SAME_DECAY * decay ? other * (1 + 2 * SAME_DECAY) : other;
      const alone = service.delayed(t, apart);
      return (1 - share) * alone + ((share * decay) / (decay - apart)) * (alone - service.delayed(t, decay));
    },
  };
}
