import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { buildTool } from './build-tool.ts';
import { downloadTool } from './download-tool.ts';
import { withLock } from './file-lock.ts';
import { findTool } from './find-tool.ts';
import { cachedPath, type Surroundings } from './surroundings.ts';
import type { FoundTool, Tool } from './tool.ts';

/** Seconds between two lines of progress. */
const PROGRESS_EVERY = 5;

/** How to install the tool, as sentences for the user. */
export function remedyFor(tool: Tool): string {
  const [major, minor] = tool.version.split('.');
  return (
    `Install ${tool.name} ${major}.${minor} so that it is in PATH, set ${tool.variable} to its path, ` +
    `or install Go 1.26 or later (https://go.dev/dl): surgeproof then builds ${tool.name} once, in about a minute.`
  );
}

/**
 * Finds a tool, or fetches its release, or builds it; whichever works first. `tell` gets lines of progress.
 * Throws `tool-missing` with everything that was tried.
 */
export async function obtainTool(tool: Tool, surroundings: Surroundings, tell: (line: string) => void): Promise<FoundTool> {
  const search = await findTool(tool, surroundings);
  if (search.found) return search.found;
  const missing = (tried: readonly string[]): never => {
    throw new SurgeproofError('tool-missing', { tool: tool.name, tried, remedy: remedyFor(tool) });
  };
  if (search.decided) return missing(search.tried);
  for (const line of search.tried.filter((one) => one.includes('must be'))) tell(line);
  await mkdir(surroundings.cache, { recursive: true }).catch(() =>
    missing([...search.tried, `cache: ${surroundings.cache} cannot be made`]),
  );
  const path = cachedPath(tool, surroundings);
  const wait = () => tell(`Another surgeproof process is installing ${tool.name}; waiting for it to finish.`);
  return withLock(path, wait, async () => {
    if (existsSync(path)) return { path, version: tool.version, from: 'cache' };
    const made = await make(tool, surroundings, tell);
    return 'found' in made ? made.found : missing([...search.tried, ...made.tried]);
  });
}

async function make(
  tool: Tool,
  surroundings: Surroundings,
  tell: (line: string) => void,
): Promise<{ found: FoundTool } | { tried: readonly string[] }> {
  const release = await downloadTool(tool, surroundings);
  if ('path' in release) return { found: { path: release.path, version: tool.version, from: 'release' } };
  tell(`Building ${tool.name} v${tool.version} with Go, once; it is kept in ${surroundings.cache}.`);
  const build = await buildTool(tool, surroundings, (packages, seconds) => {
    if (seconds % PROGRESS_EVERY === 0) tell(`Building ${tool.name}: ${packages} packages compiled, ${seconds} s`);
  });
  if ('path' in build) return { found: { path: build.path, version: tool.version, from: 'build' } };
  return { tried: [release.problem, build.problem] };
}
