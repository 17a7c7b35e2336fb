import type { PlanFile } from '../../models/results/plan.ts';
import { type SizingPolicy, USUAL_POLICY } from '../../models/sizing/policy.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readJson } from '../run-folder/read-json.ts';
import { type PolicyFile, policySchema } from '../schemas/plan/policy.ts';
import type { SizeCall } from './options.ts';

export interface ChosenPolicy {
  readonly policy: SizingPolicy;
  readonly assumptions: PlanFile['assumptions'];
  /** Factors of the sizing standard. */
  readonly standard: Readonly<Record<string, number>>;
}

/** Options before the policy file, the file before what is usual; whatever is only usual is listed as assumed. */
export async function sizingPolicy(call: SizeCall, file: string | undefined): Promise<ChosenPolicy> {
  const given = file === undefined ? null : await readJson(file, 'policy', policySchema);
  if (file !== undefined && given === null) throw new SurgeproofError('unreadable-file', { file, problems: ['must exist'] });
  const budget = call.budget ?? (given?.budget && { percentile: given.budget.percentile, limit: given.budget.limitMs / 1000 });
  if (budget === undefined)
    throw new SurgeproofError('invalid-options', {
      problems: ['--budget: must be given here or in the policy, such as --budget p99=200ms'],
    });
  const { autoscaler } = given ?? {};
  const policy: SizingPolicy = {
    budget,
    confidence: call.confidence ?? given?.confidence ?? USUAL_POLICY.confidence,
    queue: given?.queue ?? USUAL_POLICY.queue,
    ca2: given?.ca2 ?? USUAL_POLICY.ca2,
    zones: call.zones ?? given?.zones ?? USUAL_POLICY.zones,
    deployOut: given?.deployOut ?? USUAL_POLICY.deployOut,
    autoscaler: autoscaler
      ? { lag: autoscaler.lagSeconds, rampTime: autoscaler.rampSeconds, rampFrom: autoscaler.rampFrom }
      : USUAL_POLICY.autoscaler,
    retries: call.retries ?? given?.retries ?? USUAL_POLICY.retries,
    waitingRoom: given?.waitingRoom ?? USUAL_POLICY.waitingRoom,
    prices: given?.prices ?? USUAL_POLICY.prices,
  };
  return { policy, assumptions: assumed(call, given, policy), standard: given?.standard ?? {} };
}

function assumed(call: SizeCall, given: PolicyFile | null, policy: SizingPolicy): PlanFile['assumptions'] {
  const { autoscaler, waitingRoom } = policy;
  const entry = (known: boolean, name: string, value: number, unit: string, source: string) =>
    known ? [] : [{ name, value, unit, source, kind: 'assumed' as const }];
  return [
    ...entry((call.confidence ?? given?.confidence) !== undefined, 'confidence', policy.confidence, '', 'usual for a launch; --confidence'),
    ...entry((call.zones ?? given?.zones) !== undefined, 'zones', policy.zones, '', 'usual of a cloud region; --zones'),
    ...entry((call.retries ?? given?.retries) !== undefined, 'retries of a client', policy.retries, '', 'usual of HTTP clients; --retries'),
    ...entry(given?.queue !== undefined, 'lines', 1, '', 'a balancer by fewest requests is close to one line for all nodes; policy.queue'),
    ...entry(given?.deployOut !== undefined, 'nodes out during a deploy', policy.deployOut, '', 'one at a time; policy.deployOut'),
    ...entry(
      given?.autoscaler !== undefined,
      'lag of the autoscaler',
      autoscaler.lag,
      's',
      '15 s until it looks, 30 s until it trusts, 45 s to start; policy.autoscaler',
    ),
    ...entry(
      given?.autoscaler !== undefined,
      'ramp of the surge',
      autoscaler.rampTime,
      's',
      `from ${100 * autoscaler.rampFrom} % of the peak; policy.autoscaler`,
    ),
    ...entry(
      given?.waitingRoom !== undefined,
      'people in the waiting room',
      waitingRoom.queued,
      '',
      'as at the Digital Onnuri launch of 2025; policy.waitingRoom',
    ),
  ];
}
