import type { PlanInstances, PlanRegret } from '../../results/plan/plan-prices.ts';
import { nodeTable } from '../schedule/node-table.ts';
import { type InstanceQuestion, instancePlans } from './instance-plans.ts';
import { regretOf } from './regret.ts';

/** The parts of a plan that prices make: null where the policy does not name types, or what a broken minute costs. */
export function priceParts(question: Omit<InstanceQuestion, 'prices'>): { instances: PlanInstances | null; regret: PlanRegret | null } {
  const { peak, worlds, policy } = question;
  const { prices } = policy;
  if (prices === null) return { instances: null, regret: null };
  const { miss, types = [] } = prices;
  return {
    instances: types.length === 0 ? null : instancePlans({ ...question, prices }),
    regret: miss === undefined ? null : regretOf(nodeTable(worlds, policy.budget), peak, { ...prices, miss }),
  };
}
