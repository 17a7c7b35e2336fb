import { Refusal } from '../../models/refusal.ts';
import type { CapacityFile } from '../../models/results/plan/capacity.ts';
import type { PlanFile } from '../../models/results/plan/plan.ts';
import { lognormalPeak } from '../../models/sizing/peak-distribution.ts';
import { planServers } from '../../models/sizing/plan-servers.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readJson } from '../run-folder/read-json.ts';
import { capacitySchema } from '../schemas/plan/capacity.ts';
import { type ForecastDemand, forecastDemand } from './forecast-demand.ts';
import { readOptions, type SizeCall, type SizeOptions } from './options.ts';
import { sizingPolicy } from './sizing-policy.ts';

/** Makes the plan that the options ask for; throws `no-plan` with a sentence when there is none. */
export async function makePlan(options: SizeOptions): Promise<PlanFile> {
  const call = readOptions(options);
  const chosen = await sizingPolicy(call, options.policy);
  const forecast = 'file' in call.peak ? await forecastDemand(call.peak.file) : null;
  const node = 'file' in call.node ? await readCapacity(call.node.file) : call.node;
  try {
    const demand = forecast ?? byHand(call.peak);
    return planServers({ ...demand, node, ...chosen, warnings: [...demand.warnings, ...chosen.warnings] });
  } catch (error) {
    if (error instanceof Refusal) throw new SurgeproofError('no-plan', { sentence: error.message });
    throw error;
  }
}

function byHand(peak: SizeCall['peak']): ForecastDemand {
  const { mean, sd } = peak as { mean: number; sd: number };
  const ground = `given: ${mean.toLocaleString('en')}/s with a standard deviation of ${Number((100 * sd).toPrecision(3))} %, lognormal`;
  const warnings = sd === 0 ? ['the peak is treated as certain; give --sd 10% when it may be off by 10 %'] : [];
  return { peak: lognormalPeak(mean, sd), ground, demand: [], warnings };
}

async function readCapacity(file: string): Promise<CapacityFile> {
  const capacity = await readJson(file, 'capacity', capacitySchema);
  if (capacity === null) throw new SurgeproofError('unreadable-file', { file, problems: ['must exist'] });
  return capacity;
}
