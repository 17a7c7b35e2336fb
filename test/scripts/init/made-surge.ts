import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { resolveConfig } from '../../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../../models/definition/resolve/resolve-surge.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { loadSource } from '../../../scripts/surge-file/load-surge.ts';

/** The text of a surge file, evaluated and resolved for each of its profiles as a rehearsal does; the last of them. */
export async function resolvedText(text: string, file = '/made/my-service.surge.ts'): Promise<RunConfiguration> {
  const { definition } = await loadSource({ file, contents: text });
  const config = resolveConfig(undefined);
  if (!('config' in config)) throw new Error('the defaults are wrong');
  const isService = typeof definition.target === 'object';
  const configurations = Object.keys(definition.profiles as object).map((profileName) => {
    const resolved = resolveSurge({ definition, profileName, config: config.config, target: { hasWaitingRoom: false, isService } });
    expect('problems' in resolved ? resolved.problems : []).toEqual([]);
    if ('problems' in resolved) throw new Error('unreachable');
    return resolved.resolved.configuration;
  });
  return configurations.at(-1)!;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What Biome would lay out otherwise in texts of TypeScript; empty when nothing. */
export function layoutFaults(folder: string, texts: readonly string[]): string {
  texts.forEach((text, index) => {
    writeFileSync(join(folder, `text-${index}.ts`), text);
  });
  const args = ['format', '--vcs-enabled=false', '--config-path', join(ROOT, 'biome.json'), folder];
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules', '.bin', 'biome'), args, { encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

/** The text with every line of code that stands ready behind `//`. */
export function uncommented(text: string): string {
  return text.replace(/^( *)\/\/ ((?: *['"[\]{})]|await user|const token| *[\w$]+: ?[[{'"\d]| *[\w$]+: (?:true|null|env)).*)$/gm, '$1$2');
}
