import { mkdir } from 'node:fs/promises';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { buildTool, NEXT_LINE, type Tell } from './build-tool.ts';
import { downloadTool } from './download-tool.ts';
import { withLock } from './file-lock.ts';
import { findTool, type Need, serves, toolAt } from './find-tool.ts';
import { olderTool } from './older-tool.ts';
import { builtPath, type Surroundings } from './surroundings.ts';
import type { FoundTool, Tool } from './tool.ts';

type Made = { readonly found: FoundTool } | { readonly tried: readonly string[] };

/** How to get the tool, as sentences for the user. */
export function remedyFor(tool: Tool, need: Need = 'any'): string {
  const [major, minor] = tool.version.split('.');
  const withGo = `nstall Go 1.26 or later (https://go.dev/dl): surgeproof then builds ${tool.name} once, in about a minute.`;
  if (need === 'extended') return `I${withGo} Without --line native people in the queue are polled in TypeScript.`;
  return `Install ${tool.name} ${major}.${minor} so that it is in PATH, set ${tool.variable} to its path, or i${withGo}`;
}

/**
 * Finds a tool, or builds it with Go, or takes one without its extension: an older one of the cache, or a release; whichever works first.
 * `tell` gets lines of progress. Throws `tool-missing` with everything that was tried.
 */
export async function obtainTool(tool: Tool, surroundings: Surroundings, tell: Tell, need: Need = 'any'): Promise<FoundTool> {
  const search = await findTool(tool, surroundings, need);
  if (search.found) return search.found;
  const missing = (tried: readonly string[]): never => {
    const name = need === 'any' ? tool.name : `${tool.name} with ${tool.extension}`;
    throw new SurgeproofError('tool-missing', { tool: name, tried, remedy: remedyFor(tool, need) });
  };
  if (search.decided) return missing(search.tried);
  for (const line of search.tried.filter((one) => /must be|has no/.test(one))) tell(line);
  await mkdir(surroundings.cache, { recursive: true }).catch(() =>
    missing([...search.tried, `cache: ${surroundings.cache} cannot be made`]),
  );
  const path = builtPath(tool, surroundings);
  const wait = () => tell(`Another surgeproof process is installing ${tool.name}; waiting for it to finish.`);
  return withLock(path, wait, async () => {
    const again = await toolAt(path, tool, 'cache');
    if (!('problem' in again) && serves(again, need)) return again;
    const made = await make(tool, surroundings, tell, need);
    return 'found' in made ? made.found : missing([...search.tried, ...made.tried]);
  });
}

async function make(tool: Tool, surroundings: Surroundings, tell: Tell, need: Need): Promise<Made> {
  const built = await buildTool(tool, surroundings, tell);
  const found = 'problem' in built ? built : await toolAt(built.path, tool, 'build');
  if (!('problem' in found)) return { found };
  const other = need === 'extended' ? { tried: [] } : await withoutExtension(tool, surroundings);
  if (!('found' in other)) return { tried: [found.problem, ...other.tried] };
  // Without a network Go says the same of every module.
  const [first] = found.problem.split(NEXT_LINE);
  tell(`${first}; ${other.found.path} is used in its place.`);
  return other;
}

async function withoutExtension(tool: Tool, surroundings: Surroundings): Promise<Made> {
  const older = await olderTool(tool, surroundings);
  if (older !== null) return { found: older };
  const release = await downloadTool(tool, surroundings);
  if ('problem' in release) return { tried: [release.problem] };
  const found = await toolAt(release.path, tool, 'release');
  return 'problem' in found ? { tried: [`release: ${found.problem}`] } : { found };
}
