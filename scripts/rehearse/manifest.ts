import type { ManifestFile } from '../../models/results/manifest.ts';
import { VERSION } from '../project/version.ts';
import type { FoundTool } from '../toolchain/tool.ts';
import type { Plan } from './plan/plan.ts';
import { revision } from './revision.ts';
import type { OpenTarget } from './target/open-target.ts';

/** Everything needed to repeat or dispute the run, as known before the first request. */
export async function manifestOf(id: string, plan: Plan, target: OpenTarget, k6: FoundTool, now: Date): Promise<ManifestFile> {
  const { scenario, options, configuration, machine } = plan;
  return {
    schema: 'surgeproof/manifest',
    version: 1,
    id,
    scenario,
    profile: options.profile,
    seed: options.seed,
    target: {
      name: options.target,
      app: target.app,
      waitingRoom: target.waitingRoom,
      simulated: target.simulated,
      nodes: target.nodes,
      identity: target.identity ?? 'nobody answered',
    },
    command: ['surgeproof', ...process.argv.slice(2)],
    createdAt: now.toISOString(),
    versions: { surgeproof: VERSION, node: process.versions.node, k6: k6.version },
    host: {
      platform: `${machine.platform} ${process.arch}`,
      cores: machine.cores,
      memoryMiB: machine.memoryMiB,
      openFiles: machine.openFiles,
    },
    revision: await revision(),
    configuration,
    ...(plan.forecast === null ? {} : { forecast: plan.forecast }),
  };
}
