import type { PlanTierCurve } from '../../results/plan/service-plan.ts';
import { breakingTier, WORTH } from './breaking-tier.ts';
import type { ServiceModel } from './carried-rate.ts';
import { smallestFrom, withCount } from './cheapest-nodes.ts';

/** Numbers of nodes in a curve at most. */
const POINTS = 24;
/** Shown beyond what is enough. */
const BEYOND = 3;

/** What each number of nodes of a tier carries, the others as given, to a few beyond the number after which more buy less than 1 %. */
export function tierCurve(model: ServiceModel, nodes: readonly number[], index: number): PlanTierCurve {
  const tier = model.service.tiers[index]!;
  const carried = (count: number): number => model.carriedRate(withCount(nodes, index, count));
  const best = carried(tier.most);
  const enough = smallestFrom(1, tier.most, (count) => carried(count) * (1 + WORTH) >= best) ?? tier.most;
  const last = Math.min(tier.most, Math.max(enough, tier.nodes) + BEYOND);
  const stride = Math.max(1, Math.ceil(last / POINTS));
  const counts = Array.from({ length: Math.floor((last - 1) / stride) + 1 }, (_, i) => 1 + i * stride);
  const shown = [...new Set([...counts, tier.nodes, enough, last])].filter((count) => count <= tier.most).sort((a, b) => a - b);
  const next = breakingTier(model, withCount(nodes, index, enough));
  return {
    tier: tier.name,
    points: shown.map((count) => ({ nodes: count, carried: carried(count) })),
    enough,
    // Where all that can be had are not enough, the tier itself stops the service.
    next: next === null ? null : model.service.tiers[next]!.name,
  };
}
