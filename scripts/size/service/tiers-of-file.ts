import { parseRate } from '../../../models/definition/units/parse-units.ts';
import { serviceLaw, type Tier } from '../../../models/sizing/tiers/service.ts';
import type { ServiceFile } from '../../schemas/plan/service.ts';

/** Nodes looked at where the file does not say how many can be had. */
const USUAL_MOST = 200;

/** Tiers as the model has them, classes in the order of the file. */
export function tiersOfFile({ classes, tiers }: ServiceFile): Tier[] {
  const names = Object.keys(tiers);
  return Object.entries(tiers).map(([name, tier]): Tier => {
    const work = Object.keys(classes).map((one) => {
      const demand = 'limit' in tier ? (tier.visits[one] ?? 0) * tier.timeMs : (tier.demandMs[one] ?? 0);
      const visits = demand === 0 ? 0 : (tier.visits?.[one] ?? 1);
      return { visits, law: visits === 0 ? null : serviceLaw(demand / visits / 1000, tier.cs2 ?? 1) };
    });
    if ('limit' in tier) {
      const endless = { serversPerNode: Number.POSITIVE_INFINITY, nodes: 1, fixed: true, most: 1, waitsFor: [], price: 1 };
      return { name, ...endless, limit: parseRate(tier.limit)!, work };
    }
    const { nodes, serversPerNode, fixed = false, waitsFor = [], pricePerHour = 1 } = tier;
    const most = tier.most ?? Math.max(USUAL_MOST, 2 * nodes);
    return {
      name,
      nodes,
      serversPerNode,
      fixed,
      most,
      limit: null,
      work,
      waitsFor: waitsFor.map((one) => names.indexOf(one)),
      price: pricePerHour,
    };
  });
}
