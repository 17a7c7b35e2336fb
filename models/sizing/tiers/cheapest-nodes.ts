import type { ServiceModel } from './carried-rate.ts';

/** A way to size the tiers: nodes of each, and their price. */
export interface TierChoice {
  readonly nodes: readonly number[];
  readonly price: number;
}

/** The same numbers of nodes with another one at a tier. */
export const withCount = (nodes: readonly number[], tier: number, count: number): number[] =>
  nodes.map((own, i) => (i === tier ? count : own));

/** Smallest number from `from` to `to` that holds, given that more never hold worse; null when none does. */
export function smallestFrom(from: number, to: number, holds: (nodes: number) => boolean): number | null {
  if (from > to || !holds(to)) return null;
  let [low, high] = [from - 1, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The cheapest numbers of nodes with which a service carries a rate; null when the most that can be had do not.
 * Used to say what a peak needs of every tier at once: a node at one tier leaves time for the wait at another.
 *
 * Exact: tries every number of each tier but the last, from what it needs alone to where the price exceeds the best, and finds the last by bisection, as
 * more nodes never carry less. Fixed tiers stay as they are.
 */
export function cheapestNodes({ service, keeps }: ServiceModel, rate: number): TierChoice | null {
  const { tiers } = service;
  const most = tiers.map((tier) => (tier.fixed ? tier.nodes : tier.most));
  if (!keeps(most, rate)) return null;
  const least = tiers.map(({ fixed, nodes }, i) =>
    fixed ? nodes : smallestFrom(1, most[i]!, (count) => keeps(withCount(most, i, count), rate))!,
  );
  const free = tiers.flatMap(({ fixed }, i) => (fixed ? [] : [i]));
  const priceOf = (nodes: readonly number[]): number => free.reduce((sum, i) => sum + nodes[i]! * tiers[i]!.price, 0);
  let best: TierChoice = { nodes: most, price: priceOf(most) };
  const consider = (nodes: readonly number[], position: number): void => {
    const tier = free[position];
    if (tier === undefined || position === free.length - 1) {
      const count = tier === undefined ? 0 : smallestFrom(least[tier]!, most[tier]!, (one) => keeps(withCount(nodes, tier, one), rate));
      if (count === null) return;
      const found = tier === undefined ? nodes : withCount(nodes, tier, count);
      if (priceOf(found) < best.price) best = { nodes: found, price: priceOf(found) };
      return;
    }
    for (let count = least[tier]!; count <= most[tier]!; count++) {
      const tried = withCount(nodes, tier, count);
      if (priceOf(tried) >= best.price) return;
      consider(tried, position + 1);
    }
  };
  consider(least, 0);
  return best;
}
