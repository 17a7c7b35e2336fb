import { quantilesBy } from '../../../models/results/forecast/peak-quantiles.ts';
import { requestsPerCounted } from '../../../models/sizing/units/demand-units.ts';
import { isRequests } from '../../../models/sizing/units/per-person.ts';
import type { ForecastDemand } from '../forecast-demand.ts';
import { type MixSources, unitsOfDemand } from './units-of-demand.ts';

/** A demand in requests to the service, and how it was turned into them; `units` null where it counted requests, or was taken for them. */
export async function inRequests(demand: ForecastDemand, sources: MixSources): Promise<ForecastDemand> {
  const { unit, where } = demand;
  const known = await unitsOfDemand(unit, where, sources);
  if (known === null) {
    const taken = `${where}: each of the ${unit} is taken for one request to a node; give --surge, --run or a mix in the policy when a person makes more`;
    return isRequests(unit) ? demand : { ...demand, warnings: [...demand.warnings, taken] };
  }
  const factor = requestsPerCounted(known.units);
  return {
    ...demand,
    units: known.units,
    perUnit: factor,
    peak: quantilesBy((name) => demand.peak[name] * factor),
    demand: demand.demand.map((one) => ({ ...one, p50: one.p50 * factor, p80: one.p80 * factor, p95: one.p95 * factor })),
    warnings: [...demand.warnings, ...known.warnings],
  };
}
