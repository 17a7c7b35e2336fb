import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import launch from '../../../scenarios/onnuri/onnuri-launch.surge.ts';
import { resolved } from '../resolved.ts';

/** The launch for a test: nobody thinks, failures are tried again once after a second. */
export function onnuriRun(own: Partial<SurgeProfile>): { readonly configuration: RunConfiguration } {
  const configuration = resolved(launch, 'smoke');
  const { profile } = configuration;
  const retry = { ...profile.retry, probability: 1, maxRetries: 1, quickRetries: 1, quickLow: 1_000, quickHigh: 1_000 };
  return { configuration: { ...configuration, profile: { ...profile, hosts: 1, evenSpacing: true, thinkScale: 0, retry, ...own } } };
}
