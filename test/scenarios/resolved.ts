import { resolveConfig } from '../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../models/definition/resolve/resolve-surge.ts';
import type { RunConfiguration } from '../../models/workload/surge/run-configuration.ts';

/** A built-in surge as a run takes it, with the defaults of surgeproof. */
export function resolved(definition: unknown, profileName: string): RunConfiguration {
  const read = resolveConfig({});
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const target = { hasWaitingRoom: true, isService: true };
  const answer = resolveSurge({ definition, profileName, config: read.config, target });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer.resolved.configuration;
}
