import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { resolveConfig } from '../../../models/definition/resolve/resolve-config.ts';
import type { ResolvedConfig } from '../../../models/definition/resolve/resolved-config.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { shortPath } from '../broken-file.ts';
import { evaluateFile } from '../evaluate-file.ts';
import { CONFIG_FILE } from './config-file.ts';

/** The configuration of a working folder. */
export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** Paths in it are relative to this folder. */
  readonly folder: string;
  /** Names it asks for by `env('NAME')`. */
  readonly secrets: readonly string[];
}

/** Loads `k6.config.ts` of the working folder, or the file of `--config`. Without one, the defaults of surgeproof hold. */
export async function loadConfig(given: string | null): Promise<LoadedConfig> {
  const file = resolve(given ?? CONFIG_FILE);
  if (existsSync(file)) return fromFile(file);
  if (given !== null)
    throw new SurgeproofError('invalid-options', {
      problems: [`--config: must be a file, got ${given}, which does not exist; check the path`],
    });
  return { config: sound(undefined, CONFIG_FILE), folder: process.cwd(), secrets: [] };
}

async function fromFile(file: string): Promise<LoadedConfig> {
  const { value, secrets } = await evaluateFile({ file, contents: null });
  const shown = shortPath(file);
  if (value === undefined) {
    const problems = [`${shown}: must export a configuration by default, got none; write \`export default defineConfig({ … })\``];
    throw new SurgeproofError('broken-file', { file: shown, problems });
  }
  return { config: sound(value, shown), folder: dirname(file), secrets };
}

function sound(value: unknown, file: string): ResolvedConfig {
  const resolved = resolveConfig(value);
  if ('config' in resolved) return resolved.config;
  const problems = resolved.problems.map(({ path, message }) => `${path}: ${message}`);
  throw new SurgeproofError('invalid-configuration', { file, problems });
}
