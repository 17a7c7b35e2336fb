import { relieved, type ServiceModel, serviceModel } from './carried-rate.ts';

/** Gains below this share are rounding, or nothing to pay for. */
export const WORTH = 0.01;

/**
 * The tier that stops a service: the one without which it would carry the most. null where no tier alone would help: the service times break a
 * budget, or two tiers are equally full.
 * @param nodes by tier
 */
export function breakingTier(model: ServiceModel, nodes: readonly number[], carried = model.carriedRate(nodes)): number | null {
  const without = model.service.tiers.map((_, i) => serviceModel(relieved(model.service, i)).carriedRate(nodes));
  const best = without.reduce((most, rate, i) => (rate > without[most]! ? i : most), 0);
  return without[best]! > carried * (1 + WORTH) ? best : null;
}
