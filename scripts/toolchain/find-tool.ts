import { existsSync } from 'node:fs';
import { onPath } from './on-path.ts';
import { cachedPath, type Surroundings } from './surroundings.ts';
import type { FoundTool, Tool } from './tool.ts';
import { fits, toolVersion } from './tool-version.ts';

/** A tool, or why each place did not have it. `decided`: the variable was set, so no other place may be used. */
export type Search = { readonly found: FoundTool } | { readonly found: null; readonly tried: readonly string[]; readonly decided: boolean };

/** Looks for a tool that is already on this machine: the variable, PATH, the cache. Nothing is built or fetched. */
export async function findTool(tool: Tool, surroundings: Surroundings): Promise<Search> {
  const named = surroundings.env[tool.variable];
  if (named) return judge(tool, named, 'variable', tool.variable, true, []);
  const tried: string[] = [];
  const there = onPath(tool.name, surroundings.env.PATH);
  if (there === null) tried.push(`PATH: no ${tool.name} in it`);
  else {
    const search = await judge(tool, there, 'PATH', 'PATH', false, tried);
    if (search.found) return search;
    tried.push(...search.tried);
  }
  const cached = cachedPath(tool, surroundings);
  if (!existsSync(cached)) return { found: null, tried: [...tried, `cache: no ${cached}`], decided: false };
  return judge(tool, cached, 'cache', 'cache', false, tried);
}

async function judge(
  tool: Tool,
  path: string,
  from: FoundTool['from'],
  place: string,
  decided: boolean,
  before: readonly string[],
): Promise<Search> {
  const answer = await toolVersion(path, tool);
  if ('problem' in answer) return { found: null, tried: [...before, `${place}: ${answer.problem}`], decided };
  if (fits(answer.version, tool.version)) return { found: { path, version: answer.version, from } };
  const [major, minor] = tool.version.split('.');
  const rule = `must be ${major}.${minor} or a later ${major}.x`;
  return { found: null, tried: [...before, `${place}: ${path} is ${tool.name} ${answer.version}; ${rule}`], decided };
}
