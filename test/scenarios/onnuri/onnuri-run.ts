import { resolveConfig } from '../../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../../models/definition/resolve/resolve-surge.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import launch from '../../../scenarios/onnuri/onnuri-launch.surge.ts';

/** A surge of the voucher app as a run takes it, with the defaults of surgeproof. */
export function resolved(definition: unknown, profileName: string): RunConfiguration {
  const read = resolveConfig({});
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const target = { hasWaitingRoom: true, isService: true };
  const answer = resolveSurge({ definition, profileName, config: read.config, target });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer.resolved.configuration;
}

/** The launch for a test: nobody thinks, failures are tried again once after a second. */
export function onnuriRun(own: Partial<SurgeProfile>): { readonly configuration: RunConfiguration } {
  const configuration = resolved(launch, 'smoke');
  const { profile } = configuration;
  const retry = { ...profile.retry, probability: 1, maxRetries: 1, quickRetries: 1, quickLow: 1_000, quickHigh: 1_000 };
  return { configuration: { ...configuration, profile: { ...profile, hosts: 1, evenSpacing: true, thinkScale: 0, retry, ...own } } };
}
