import * as z from 'zod';
import { countedIn } from '../../../models/demand/rehearsal/people-per-unit.ts';
import type { ServicePlanFile } from '../../../models/results/plan/service-plan.ts';
import { peakDistribution } from '../../../models/sizing/peak-distribution.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';
import { planService } from '../../../models/sizing/tiers/plan-service.ts';
import { unitsAtPeak } from '../../../models/sizing/units/demand-units.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { readNamed } from '../../run-folder/read-json.ts';
import { type ServiceFile, serviceSchema } from '../../schemas/plan/service.ts';
import { answered } from '../answered.ts';
import { demandByHand } from '../demand-by-hand.ts';
import { forecastDemand } from '../forecast-demand.ts';
import { readOptions, type SizeOptions } from '../options.ts';
import { readPolicy } from '../sizing-policy.ts';
import { classMix } from './class-mix.ts';
import { serviceProblems } from './service-problems.ts';
import { tiersOfFile } from './tiers-of-file.ts';

/** Makes the plan of a service with tiers that the options ask for; throws with everything that is wrong. */
export async function makeServicePlan(options: SizeOptions & { readonly service: string }): Promise<ServicePlanFile> {
  const call = readOptions(options);
  const given = await readPolicy(options.policy);
  const file = await readService(options.service, options.surge !== undefined || options.run !== undefined);
  const demand = 'file' in call.peak ? await forecastDemand(call.peak.file) : demandByHand(call.peak, options.unit);
  const { often, visits, units, warnings } = await classMix(file, options, demand);
  const policy = {
    confidence: call.confidence ?? given?.confidence ?? USUAL_POLICY.confidence,
    zones: call.zones ?? given?.zones ?? USUAL_POLICY.zones,
    deployOut: given?.deployOut ?? USUAL_POLICY.deployOut,
  };
  const classes = Object.entries(file.classes).map(([name, { budget }]) => ({
    name,
    perUnit: visits[name]! / often,
    budget: { percentile: budget.percentile, limit: budget.limitMs / 1000 },
  }));
  const { peak, ground } = demand;
  const requests = (peakDistribution(peak).quantile(policy.confidence) / often) * units.requestsPerPerson.value;
  const counted = countedIn(demand.unit);
  const inputs = {
    counted,
    units: unitsAtPeak(units, requests),
    peak,
    ground,
    policy,
    warnings: [...demand.warnings, ...warnings, ONE_LINE],
  };
  return answered(() => planService({ ...inputs, service: { classes, tiers: tiersOfFile(file) } }));
}

/** What a plan of tiers leaves out, which its reader must know. */
const ONE_LINE =
  'each tier is taken as one line of requests with Poisson arrivals: balancers that deal out blindly (round robin, random) and bursts are not considered, and both lengthen the waits; size the nodes of a tier alone with --balancer and --arrivals to see by how much';

/** The file of a service; throws all its problems at once: those of its schema, and of the names in it. */
async function readService(file: string, mixed: boolean): Promise<ServiceFile> {
  let raw: unknown;
  const seen = await readNamed(
    file,
    'service',
    z.preprocess((value) => {
      raw = value;
      return value;
    }, serviceSchema),
  ).catch((error: unknown) => {
    if (raw === undefined || !(error instanceof SurgeproofError) || error.code !== 'unreadable-file') throw error;
    return error;
  });
  const broken = seen instanceof SurgeproofError ? (seen as SurgeproofError<'unreadable-file'>).details.problems : [];
  const problems = [...broken, ...serviceProblems(raw, mixed)];
  if (seen instanceof SurgeproofError || problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems });
  return seen;
}
