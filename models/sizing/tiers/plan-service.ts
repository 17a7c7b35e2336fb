import type { PeakQuantiles } from '../../results/forecast/peak-quantiles.ts';
import type { PlanUnits } from '../../results/plan/plan-units.ts';
import type { PlanClass, PlanTier, ServicePlanFile } from '../../results/plan/service-plan.ts';
import { spareNodes } from '../losses.ts';
import { peakDistribution } from '../peak-distribution.ts';
import type { SizingPolicy } from '../policy.ts';
import { breakingTier } from './breaking-tier.ts';
import { relieved, type ServiceModel, serviceModel } from './carried-rate.ts';
import { classPercentile, percentileBound } from './class-times.ts';
import { type NeededNodes, neededNodes, neededServers } from './fixed-needs.ts';
import type { Service } from './service.ts';
import { tierCurve } from './tier-curve.ts';
import { type TierWait, tierWaits } from './tier-waits.ts';

/** A service, and the peak of what it is asked. */
export interface ServiceInputs {
  readonly service: Service;
  /** What the peak counts, and its quantiles per second. */
  readonly counted: string;
  readonly units: PlanUnits | null;
  readonly peak: PeakQuantiles;
  readonly ground: string;
  readonly policy: Pick<SizingPolicy, 'confidence' | 'zones' | 'deployOut'>;
  readonly warnings: readonly string[];
}

/**
 * Which tier of a service breaks first and at which rate, what the peak needs of every tier, and what further nodes buy.
 * Used by `surgeproof size --service`. Open network of tiers with classes: `tierWaits`, `classTimes`; the cheapest nodes: `cheapestNodes`.
 */
export function planService(inputs: ServiceInputs): ServicePlanFile {
  const { service, counted, units, ground, policy } = inputs;
  const model = serviceModel(service);
  const peak = peakDistribution(inputs.peak);
  const peakRate = peak.quantile(policy.confidence);
  const nodes = service.tiers.map((tier) => tier.nodes);
  const carried = model.carriedRate(nodes);
  const at = { peakRate, needed: neededNodes(model, peakRate), policy };
  return {
    schema: 'surgeproof/service-plan',
    version: 1,
    ...{ counted, units, peak: { ...inputs.peak, ground }, confidence: policy.confidence, peakRate },
    now: { carried, breaks: nameOf(service, breakingTier(model, nodes, carried)), probability: peak.share(carried) },
    needed: carriedThen(model, at.needed),
    tiers: service.tiers.map((_, i) => tierOf(service, i, at)),
    classes: service.classes.map((_, k) => classOf(service, k, at)),
    curves: service.tiers.flatMap(({ fixed }, i) => (fixed ? [] : [tierCurve(model, nodes, i)])),
    warnings: inputs.warnings,
  };
}

const nameOf = ({ tiers }: Service, index: number | null): string | null => (index === null ? null : tiers[index]!.name);

/** With the nodes that are needed, where adding nodes is enough. */
function carriedThen(model: ServiceModel, needed: NeededNodes | null): ServicePlanFile['needed'] {
  if (!needed?.asItIs) return null;
  const carried = model.carriedRate(needed.nodes);
  return { carried, breaks: nameOf(model.service, breakingTier(model, needed.nodes, carried)) };
}

interface AtPeak {
  readonly peakRate: number;
  readonly needed: NeededNodes | null;
  readonly policy: ServiceInputs['policy'];
}

function tierOf(service: Service, index: number, { peakRate, needed, policy }: AtPeak): PlanTier {
  const tier = service.tiers[index]!;
  const { name, fixed, limit, work, nodes, serversPerNode } = tier;
  const requests = service.classes.reduce((sum, { perUnit }, k) => sum + perUnit * work[k]!.visits * peakRate, 0);
  const fullAt = aloneAt(service, index);
  const count = fixed || needed === null ? null : needed.nodes[index]!;
  return {
    ...{ name, fixed, limit, requests, utilisation: peakRate / fullAt, fullAt },
    nodes: limit === null ? nodes : null,
    servers: limit === null ? nodes * serversPerNode : null,
    withoutIt: serviceModel(relieved(service, index)).carriedRate(service.tiers.map((one) => one.nodes)),
    needed: count,
    run: count === null ? null : spareNodes(count, policy),
    neededServers: fixed && limit === null && needed !== null ? neededServers(needed, tier, index) : null,
    neededLimit: limit === null ? null : requests,
  };
}

/** Rate at which a tier is full while nobody waits at the others: what it holds by its own servers, or its limit. */
function aloneAt({ classes, tiers }: Service, index: number): number {
  const { limit, nodes, serversPerNode, work, waitsFor } = tiers[index]!;
  if (limit !== null) return limit / classes.reduce((sum, { perUnit }, k) => sum + perUnit * work[k]!.visits, 0);
  const demand = classes.reduce((sum, { perUnit }, k) => {
    const times = [index, ...waitsFor].map((tier) => tiers[tier]!.work[k]!.visits * (tiers[tier]!.work[k]!.law?.mean ?? 0));
    return work[k]!.visits === 0 ? sum : sum + perUnit * times.reduce((all, one) => all + one, 0);
  }, 0);
  return (nodes * serversPerNode) / demand;
}

function classOf(service: Service, k: number, { peakRate, needed }: AtPeak): PlanClass {
  const { name, perUnit, budget } = service.classes[k]!;
  const nodes = service.tiers.map((tier) => tier.nodes);
  const time = (waits: TierWait[] | null) => (waits === null ? null : 1000 * classPercentile(service, k, waits, budget.percentile));
  const then = needed === null ? null : tierWaits(needed.service, needed.nodes, peakRate);
  return {
    name,
    rate: perUnit * peakRate,
    percentile: budget.percentile,
    limit: 1000 * budget.limit,
    alone: time(tierWaits(service, nodes, 0))!,
    now: time(tierWaits(service, nodes, peakRate)),
    needed: time(then),
    bound: then === null ? null : 1000 * percentileBound(service, k, then, budget.percentile),
  };
}
