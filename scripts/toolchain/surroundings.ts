import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { moduleHash } from './native-module.ts';
import type { Tool } from './tool.ts';

/** Environment and platform that decide where a tool is searched. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly arch: string;
  readonly cache: string;
}

export function ownSurroundings(): Surroundings {
  const { env, platform, arch } = process;
  return { env, platform, arch, cache: cacheFolder(env, platform, homedir()) };
}

/** Path of the released program in the cache; the name carries the version, so a new pin never meets an old file. */
export function releasedPath({ name, version }: Tool, { cache }: Surroundings): string {
  return join(cache, `${name}-v${version}`);
}

/** Path of our own build in the cache; with an extension the name carries the hash of its sources too. */
export function builtPath(tool: Tool, surroundings: Surroundings): string {
  const released = releasedPath(tool, surroundings);
  return tool.extension === null ? released : `${released}-${moduleHash()}`;
}
