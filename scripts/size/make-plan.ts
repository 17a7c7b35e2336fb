import type { PlanFile } from '../../models/results/plan/plan.ts';
import { planServers } from '../../models/sizing/plan-servers.ts';
import { readNamed } from '../run-folder/read-json.ts';
import { capacitySchema } from '../schemas/plan/capacity.ts';
import { answered } from './answered.ts';
import { demandByHand } from './demand-by-hand.ts';
import { forecastDemand } from './forecast-demand.ts';
import { readOptions, type SizeOptions } from './options.ts';
import { schedulePolicy } from './schedule/schedule-policy.ts';
import { sizingPolicy } from './sizing-policy.ts';
import { inRequests } from './units/in-requests.ts';

/** Makes the plan that the options ask for; throws `no-plan` with a sentence when there is none. */
export async function makePlan(options: SizeOptions): Promise<PlanFile> {
  const call = readOptions(options);
  const chosen = await sizingPolicy(call, options.policy);
  const counted = 'file' in call.peak ? await forecastDemand(call.peak.file) : demandByHand(call.peak, options.unit);
  const demand = await inRequests(counted, { surge: options.surge, run: options.run, policy: chosen.file });
  const node = 'file' in call.node ? await readNamed(call.node.file, 'capacity', capacitySchema) : call.node;
  const warnings = [...demand.warnings, ...chosen.warnings];
  return answered(() => planServers({ ...demand, node, ...chosen, schedule: schedulePolicy(demand, chosen), warnings }));
}
