import type { ManifestFile } from '../../models/results/manifest.ts';
import type { Polling } from '../../models/results/polling.ts';
import { VERSION } from '../project/version.ts';
import { shortPath } from '../surge-file/broken-file.ts';
import type { FoundTool } from '../toolchain/tool.ts';
import type { OpenTarget } from './open-target.ts';
import type { Plan } from './plan/plan.ts';
import { revision } from './revision.ts';

/** What is known of a run before its first arrival. */
export interface RunFacts {
  readonly id: string;
  readonly target: OpenTarget;
  readonly k6: FoundTool;
  /** null without a waiting room. */
  readonly polling: Polling | null;
  readonly walk: ManifestFile['walk'];
  readonly now: Date;
}

/** Everything needed to repeat or dispute the run, as known before the load starts. Secrets stand by name. */
export async function manifestOf(plan: Plan, { id, target, k6, polling, walk, now }: RunFacts): Promise<ManifestFile> {
  const { options, configuration, machine, accounts } = plan;
  return {
    schema: 'surgeproof/manifest',
    version: 2,
    id,
    surge: configuration.surge.name,
    file: /[./\\]/.test(plan.named) ? shortPath(plan.named) : plan.named,
    profile: configuration.profileName,
    seed: options.seed,
    target: { ...target.target, simulated: target.simulated, nodes: target.nodes, identity: target.said.identity },
    command: ['surgeproof', ...repeatable(process.argv.slice(2))],
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
    walk,
    accounts: accounts.description,
    ...(polling === null ? {} : { polling }),
    ...(plan.forecast === null ? {} : { forecast: plan.forecast }),
  };
}

/** The words of a command that can be typed again: a repetition needs a folder of its own. */
function repeatable(words: readonly string[]): string[] {
  return words.filter((word, i) => word !== '--out' && words[i - 1] !== '--out' && !word.startsWith('--out='));
}
