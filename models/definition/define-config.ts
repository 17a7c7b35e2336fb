import type { ConfigDefinition } from './config-definition.ts';

/** Checks the types of a configuration; values are checked before a run. */
export function defineConfig(config: ConfigDefinition): ConfigDefinition {
  return config;
}
