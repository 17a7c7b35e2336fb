import { erlangC } from '../../queueing/erlang/erlang-c.ts';
import { type Cumulants, mixMoments, NO_TIME, ofService, ofWait, plus } from './cumulants.ts';
import { type Service, type Tier, waitingOrder } from './service.ts';

/** The wait at a tier, P(W > t) = delay · e^{−decay·t}, and how busy it is. */
export interface TierWait {
  readonly delay: number;
  readonly decay: number;
  /** Share of the servers in use, or of the limit. */
  readonly utilisation: number;
}

/** So near to always busy a tier is full, and only rounding makes the difference. */
const ROUNDING = 1e-9;

/**
 * Waits at every tier of a service at a rate of what its demand counts; null when a tier is full or a limit exceeded.
 * Used for open networks of tiers whose arrivals are close to Poisson.
 *
 *   Λ = Σ λ_k v_k,   P(W > t) = C(c, Λm₁)·e^{−ηt},   η = 2(c/m₁ − Λ)(m₁²/m₂) / (1 + (1 − ρ)(r − 1)),   r = 2m₁m₃/(3m₂²)
 *
 *   λ_k  requests of a class per second   v_k  its visits   m  moments of the mix of service times   c  servers of the tier   C  Erlang C
 *
 * The decay is that of the M/G/c queue as one server c times as fast, to the third moment: exact for exponential times, where r = 1, and 0.3 % off for
 * constant ones at 80 %. Source: the root of Λ(E[e^{ηS/c}] − 1) = η (Cramér and Lundberg), expanded at ρ = 1. A tier that waits for others holds its server until they
 * have answered: their times, waits included, are part of its own service. Each tier is taken as if the others did not smooth its arrivals (exact where all times are exponential and equal over
 * classes: Jackson 1957).
 * @param nodes by tier; Infinity where nobody is to wait
 */
export function tierWaits({ tiers, classes }: Service, nodes: readonly number[], rate: number): TierWait[] | null {
  const rates = classes.map(({ perUnit }) => perUnit * rate);
  const waits: TierWait[] = [];
  for (const index of waitingOrder(tiers.map(({ waitsFor }) => waitsFor))) {
    const held = classes.map((_, k) => heldTime(tiers, waits, index, k));
    const wait = waitAt(tiers[index]!, nodes[index]!, rates, held);
    if (wait === null) return null;
    waits[index] = wait;
  }
  return waits;
}

/** Time that a server is held by one visit of a class. */
function heldTime(tiers: readonly Tier[], waits: readonly TierWait[], index: number, k: number): Cumulants {
  const { visits, law } = tiers[index]!.work[k]!;
  if (law === null || visits === 0) return NO_TIME;
  return tiers[index]!.waitsFor.reduce((sum: Cumulants, other) => {
    const called = tiers[other]!.work[k]!;
    if (called.law === null || called.visits === 0) return sum;
    const { delay, decay } = waits[other]!;
    return plus(sum, plus(ofService(called.law), ofWait(delay, decay)), called.visits / visits);
  }, ofService(law));
}

function waitAt(
  { work, serversPerNode, limit }: Tier,
  nodes: number,
  rates: readonly number[],
  held: readonly Cumulants[],
): TierWait | null {
  const comes = work.map(({ visits }, k) => visits * rates[k]!);
  const rate = comes.reduce((sum, one) => sum + one, 0);
  if (rate === 0) return { delay: 0, decay: Number.POSITIVE_INFINITY, utilisation: 0 };
  const servers = serversPerNode * nodes;
  const [first, second, third] = mixMoments(held, comes);
  const utilisation = limit === null ? (rate * first) / servers : rate / limit;
  if (utilisation >= 1 - ROUNDING) return null;
  if (servers === Number.POSITIVE_INFINITY) return { delay: 0, decay: Number.POSITIVE_INFINITY, utilisation };
  const shape = (2 * first * third) / (3 * second ** 2);
  const decay = (2 * (servers / first - rate) * (first ** 2 / second)) / (1 + (1 - utilisation) * (shape - 1));
  return { delay: erlangC(servers, rate * first), decay, utilisation };
}
