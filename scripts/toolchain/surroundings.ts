import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
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

/** Path of a tool in the cache; the name carries the version, so a new pin never meets an old file. */
export function cachedPath(tool: Tool, { cache }: Surroundings): string {
  return join(cache, `${tool.name}-v${tool.version}`);
}
