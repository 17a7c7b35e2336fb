import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { onPath } from './on-path.ts';
import { cachedPath, type Surroundings } from './surroundings.ts';
import type { Tool } from './tool.ts';

/** Longest duration of a build in ms: it takes 40 s on two cores, and some minutes more to fetch modules once. */
const LONGEST_BUILD = 900_000;
/** Lines of the compiler shown when it fails. */
const SHOWN_LINES = 5;

/** Receives the progress of a build: packages compiled so far, seconds since it began. */
export type BuildProgress = (packages: number, seconds: number) => void;

/**
 * Builds the pinned tool with Go into the cache. The file appears there only when it is whole.
 * Returns a sentence when there is no Go or it fails.
 */
export async function buildTool(
  tool: Tool,
  surroundings: Surroundings,
  onProgress: BuildProgress,
): Promise<{ path: string } | { problem: string }> {
  const go = onPath('go', surroundings.env.PATH);
  if (go === null) return { problem: 'build: no go in PATH' };
  const path = cachedPath(tool, surroundings);
  const unfinished = `${path}.${process.pid}.tmp`;
  await mkdir(surroundings.cache, { recursive: true });
  try {
    const failure = await compile(go, tool, unfinished, onProgress);
    if (failure !== null) return { problem: `build: ${failure}` };
    await rename(unfinished, path);
    return { path };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function compile(go: string, tool: Tool, output: string, onProgress: BuildProgress): Promise<string | null> {
  const began = Date.now();
  const child = spawn(go, ['build', '-v', '-trimpath', '-mod=readonly', '-o', output, tool.package], {
    cwd: join(PROJECT_FOLDER, 'scripts', 'toolchain'),
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LONGEST_BUILD,
  });
  let packages = 0;
  const rest: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    // With -v, Go prints the bare name of each package it compiles.
    if (/^[\w./-]+$/.test(line)) packages++;
    else rest.push(line);
  });
  const timer = setInterval(() => onProgress(packages, Math.round((Date.now() - began) / 1_000)), 1_000);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (code === 0) return null;
    return `\`go build ${tool.package}\` failed (${signal ?? `exit ${code}`}): ${rest.slice(-SHOWN_LINES).join(' | ')}`;
  } catch (error) {
    return `${go} cannot be run (${(error as NodeJS.ErrnoException).code})`;
  } finally {
    clearInterval(timer);
  }
}
