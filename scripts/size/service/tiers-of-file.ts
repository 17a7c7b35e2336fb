import { parseRate } from '../../../models/definition/units/parse-units.ts';
import { serviceLaw, type Tier } from '../../../models/sizing/tiers/service.ts';
import type { ServiceFile } from '../../schemas/plan/service.ts';
import { similarTo } from '../../terminal/similar.ts';

/** Nodes looked at where the file does not say how many can be had. */
const USUAL_MOST = 200;

/** Sentences about names that a file of tiers uses and does not define, and about tiers nobody comes to. */
export function serviceProblems({ classes, tiers }: ServiceFile): string[] {
  const unknown = (path: string, names: readonly string[], known: readonly string[]): string[] =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => {
        const similar = similarTo(name, known);
        return `${path}: must be of ${known.join(', ')}, got ${name}${similar === null ? '' : `; did you mean ${similar}?`}`;
      });
  const names = { classes: Object.keys(classes), tiers: Object.keys(tiers) };
  return Object.entries(tiers).flatMap(([name, tier]) => {
    const path = `tiers.${name}`;
    const visited = 'limit' in tier ? tier.visits : tier.demandMs;
    const nobody = Object.values(visited).every((value) => value === 0);
    return [
      ...unknown(`${path}.${'limit' in tier ? 'visits' : 'demandMs'}`, Object.keys(visited), names.classes),
      ...('limit' in tier ? [] : unknown(`${path}.visits`, Object.keys(tier.visits ?? {}), names.classes)),
      ...('limit' in tier
        ? []
        : unknown(
            `${path}.waitsFor`,
            tier.waitsFor ?? [],
            names.tiers.filter((other) => other !== name),
          )),
      ...(nobody ? [`${path}: must be visited by a class, got none; give its demand by class, or leave the tier out`] : []),
      ...('limit' in tier ? [] : lessThanNow(path, tier)),
      ...('limit' in tier ? [] : withoutDemand(path, tier)),
    ];
  });
}

type NodesOfFile = Extract<ServiceFile['tiers'][string], { nodes: number }>;

const lessThanNow = (path: string, { most, nodes }: NodesOfFile): string[] =>
  most !== undefined && most < nodes ? [`${path}.most: must be at least nodes (${nodes}), got ${most}`] : [];

const withoutDemand = (path: string, { visits = {}, demandMs }: NodesOfFile): string[] =>
  Object.entries(visits)
    .filter(([name, count]) => count > 0 !== (demandMs[name] ?? 0) > 0)
    .map(([name]) => `${path}.visits.${name}: must be above 0 together with demandMs.${name}, got one without the other`);

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
