import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toolAt } from './find-tool.ts';
import { builtPath, releasedPath, type Surroundings } from './surroundings.ts';
import type { FoundTool, Tool } from './tool.ts';

/**
 * The newest program of the pinned version in the cache that is not our build of today: a release, or a build of other sources. It can be
 * used as its authors made it; its extension, if it has one, belongs to another surgeproof, and counts as none.
 */
export async function olderTool(tool: Tool, surroundings: Surroundings): Promise<FoundTool | null> {
  for (const path of olderPaths(tool, surroundings)) {
    const found = await toolAt(path, tool, 'cache');
    if (!('problem' in found)) return { ...found, extended: false };
  }
  return null;
}

function olderPaths(tool: Tool, surroundings: Surroundings): string[] {
  const released = basename(releasedPath(tool, surroundings));
  const built = builtPath(tool, surroundings);
  const isOlder = (name: string): boolean => name === released || (name.startsWith(`${released}-`) && /-[0-9a-f]{8}$/.test(name));
  let names: string[] = [];
  try {
    names = readdirSync(surroundings.cache);
  } catch {
    // There is no cache yet.
  }
  const paths = names.filter(isOlder).map((name) => join(surroundings.cache, name));
  return paths
    .filter((path) => path !== built)
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ path }) => path);
}
