import type { PlanFile } from '../../models/results/plan/plan.ts';
import type { SizingPolicy } from '../../models/sizing/policy.ts';
import type { PolicyFile } from '../schemas/plan/policy.ts';
import type { SizeCall } from './options.ts';

type Row = readonly [given: unknown, name: string, value: number, unit: string, source: string];

/** Values of the policy that neither an option nor the policy file states, each with its source. */
export function assumed(call: SizeCall, file: PolicyFile | null, policy: SizingPolicy): PlanFile['assumptions'] {
  const { autoscaler } = policy;
  const rows: readonly Row[] = [
    [call.confidence ?? file?.confidence, 'confidence', policy.confidence, '', 'default for a launch; --confidence'],
    [call.zones ?? file?.zones, 'zones', policy.zones, '', 'default for a cloud region; --zones'],
    [call.retries ?? file?.retries, 'retries of a client', policy.retries, '', 'default for HTTP clients; --retries'],
    [file?.deployOut, 'nodes out during a deploy', policy.deployOut, '', 'one at a time; policy.deployOut'],
    [file?.autoscaler, 'lag of the autoscaler', autoscaler.lag, 's', LAG],
    [file?.autoscaler, 'ramp of the surge', autoscaler.rampTime, 's', `from ${100 * autoscaler.rampFrom} % of the peak; policy.autoscaler`],
  ];
  return rows
    .filter(([given]) => given === undefined)
    .map(([, name, value, unit, source]) => ({ name, value, unit, source, kind: 'assumed' as const }));
}

const LAG = '15 s to sample, 30 s until a node is ready, 45 s to start; policy.autoscaler';
