import { existsSync } from 'node:fs';
import { onPath } from './on-path.ts';
import { builtPath, type Surroundings } from './surroundings.ts';
import type { FoundTool, Tool } from './tool.ts';
import { toolVersion } from './tool-version.ts';

/** A tool, or why each place did not have it. `decided`: the variable names a program that cannot be used, so no other place may be. */
export type Search = { readonly found: FoundTool } | { readonly found: null; readonly tried: readonly string[]; readonly decided: boolean };

/** `extended`: only a program with the extension of the tool will do. */
export type Need = 'any' | 'extended';

interface Place {
  readonly name: string;
  readonly from: FoundTool['from'];
  /** null: there is none. */
  readonly path: string | null;
  /** What is said then. */
  readonly absent: string;
}

/** Where a tool may be, the first place first. */
function placesOf(tool: Tool, surroundings: Surroundings): Place[] {
  const { env } = surroundings;
  const named = env[tool.variable];
  const built = builtPath(tool, surroundings);
  return [
    ...(named ? [{ name: tool.variable, from: 'variable', path: named, absent: '' } as const] : []),
    { name: 'PATH', from: 'PATH', path: onPath(tool.name, env.PATH), absent: `PATH: no ${tool.name} in it` },
    { name: 'cache', from: 'cache', path: existsSync(built) ? built : null, absent: `cache: no ${built}` },
  ];
}

/** Looks for a tool that is already on this machine: the variable, PATH, our own build in the cache. Nothing is built or fetched. */
export async function findTool(tool: Tool, surroundings: Surroundings, need: Need = 'any'): Promise<Search> {
  const tried: string[] = [];
  for (const { name, from, path, absent } of placesOf(tool, surroundings)) {
    const found = path === null ? null : await toolAt(path, tool, from);
    if (found === null) tried.push(absent);
    else if ('problem' in found) tried.push(`${name}: ${found.problem}`);
    else if (serves(found, need)) return { found };
    else tried.push(`${name}: ${path} has no ${tool.extension}`);
    if (from === 'variable' && found !== null && 'problem' in found) return { found: null, tried, decided: true };
  }
  return { found: null, tried, decided: false };
}

/** Whether a tool is what is needed. */
export const serves = ({ extended }: FoundTool, need: Need): boolean => need === 'any' || extended;

/** The tool at a path, asked what it is; a sentence when it cannot be used. */
export async function toolAt(path: string, tool: Tool, from: FoundTool['from']): Promise<FoundTool | { problem: string }> {
  const said = await toolVersion(path, tool);
  return 'problem' in said ? said : { path, from, ...said };
}
