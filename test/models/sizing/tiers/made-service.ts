import { type Service, serviceLaw, type Tier } from '../../../../models/sizing/tiers/service.ts';

/** A tier by hand: times in milliseconds by class, visits 1 where there is work. */
export function tier(
  name: string,
  serversPerNode: number,
  ms: readonly number[],
  change: Partial<Tier> & { cs2?: number; visits?: readonly number[] } = {},
): Tier {
  const { cs2 = 1, visits = ms.map((one) => (one > 0 ? 1 : 0)), ...rest } = change;
  const work = ms.map((one, k) => ({ visits: visits[k]!, law: one === 0 ? null : serviceLaw(one / 1000, cs2) }));
  return { name, serversPerNode, nodes: 1, fixed: false, most: 40, limit: null, work, waitsFor: [], price: 1, ...rest };
}

/** A partner that takes so many requests a second. */
export const partner = (name: string, limit: number, ms: readonly number[]): Tier =>
  tier(name, Number.POSITIVE_INFINITY, ms, { limit, fixed: true });

/** Two classes: everybody opens a session, three in ten check out. */
export const service = (tiers: readonly Tier[], limits: readonly [number, number] = [0.4, 0.6]): Service => ({
  classes: [
    { name: 'session', perUnit: 1, budget: { percentile: 99, limit: limits[0] } },
    { name: 'checkout', perUnit: 0.3, budget: { percentile: 99, limit: limits[1] } },
  ],
  tiers,
});
