import { type ClassTimes, classTimes } from './class-times.ts';
import type { Service } from './service.ts';
import { tierWaits } from './tier-waits.ts';

/** Halvings of a rate: to a ten-thousandth of the first that does not hold. */
const HALVINGS = 14;
/** Rates above this, per second, are those of a service that nothing limits. */
const HIGHEST = 1e9;

/** A service whose budgets can be tried at many rates and numbers of nodes. */
export interface ServiceModel {
  readonly service: Service;
  /** True when every class keeps its budget and no tier is full; nodes by tier. */
  keeps(nodes: readonly number[], rate: number): boolean;
  /** Largest rate of what the demand counts at which everything holds; 0 when a class breaks its budget by its service alone. */
  carriedRate(nodes: readonly number[]): number;
}

/** Prepares a service: service times of the classes are added up once. */
export function serviceModel(service: Service): ServiceModel {
  const times: ClassTimes[] = service.classes.map(({ budget }, k) => classTimes(service, k, budget.limit));
  const keeps = (nodes: readonly number[], rate: number): boolean => {
    const waits = tierWaits(service, nodes, rate);
    if (waits === null) return false;
    return service.classes.every(({ budget }, k) => times[k]!.answeredWithin(waits) >= budget.percentile / 100);
  };
  return {
    service,
    keeps,
    carriedRate(nodes) {
      if (!keeps(nodes, 0)) return 0;
      let [low, high] = [0, 1];
      while (high < HIGHEST && keeps(nodes, high)) [low, high] = [high, 2 * high];
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        if (keeps(nodes, middle)) low = middle;
        else high = middle;
      }
      return low;
    },
  };
}

/** The service with a tier at which nobody waits and nothing is refused: what would be carried were it no limit. */
export function relieved({ classes, tiers }: Service, index: number): Service {
  return {
    classes,
    tiers: tiers.map((tier, i) => (i === index ? { ...tier, serversPerNode: Number.POSITIVE_INFINITY, limit: null } : tier)),
  };
}
