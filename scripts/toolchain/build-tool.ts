import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { NATIVE_MODULE } from './native-module.ts';
import { onPath } from './on-path.ts';
import { builtPath, type Surroundings } from './surroundings.ts';
import type { Tool } from './tool.ts';

/** Longest duration of a build in ms: it takes 40 s on two cores, and some minutes more to fetch modules once. */
const LONGEST_BUILD = 900_000;
/** Lines of the compiler shown when it fails. */
const SHOWN_LINES = 5;
/** Between two of them, in a sentence. */
export const NEXT_LINE = ' | ';
/** Seconds between two lines of progress. */
const PROGRESS_EVERY = 5;

/** Only what is asked for: sums are checked, nothing is written beside the sources, and no workspace or repository around them counts. */
const SWITCHES = ['-v', '-trimpath', '-mod=readonly', '-buildvcs=false'];
const NO_WORKSPACE = { GOWORK: 'off' };

/** Receives a line of progress. */
export type Tell = (line: string) => void;

/**
 * Builds the pinned tool with Go into the cache. The file appears there only when it is whole.
 * Returns a sentence when there is no Go or it fails.
 */
export async function buildTool(tool: Tool, surroundings: Surroundings, tell: Tell): Promise<{ path: string } | { problem: string }> {
  const go = onPath('go', surroundings.env.PATH);
  if (go === null) return { problem: 'build: no go in PATH' };
  tell(`Building ${tool.name} v${tool.version} with Go, once; it is kept in ${surroundings.cache}.`);
  const path = builtPath(tool, surroundings);
  const unfinished = `${path}.${process.pid}.tmp`;
  await mkdir(surroundings.cache, { recursive: true });
  try {
    const failure = await compile(go, tool, unfinished, tell);
    if (failure !== null) return { problem: `build: ${failure}` };
    await rename(unfinished, path);
    return { path };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function compile(go: string, tool: Tool, output: string, tell: Tell): Promise<string | null> {
  const began = Date.now();
  const child = spawn(
    go,
    ['build', ...SWITCHES, ...(tool.linkerFlags === undefined ? [] : ['-ldflags', tool.linkerFlags]), '-o', output, tool.package],
    {
      cwd: NATIVE_MODULE,
      env: { ...process.env, ...NO_WORKSPACE },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_BUILD,
    },
  );
  let packages = 0;
  const rest: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    // With -v, Go prints the bare name of each package it compiles.
    if (/^[\w./-]+$/.test(line)) packages++;
    else rest.push(line);
  });
  const timer = setInterval(() => {
    tell(`Building ${tool.name}: ${packages} packages compiled, ${Math.round((Date.now() - began) / 1_000)} s`);
  }, PROGRESS_EVERY * 1_000);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (code === 0) return null;
    return `\`go build ${tool.package}\` failed (${signal ?? `exit ${code}`}): ${rest.slice(-SHOWN_LINES).join(NEXT_LINE)}`;
  } catch (error) {
    return `${go} cannot be run (${(error as NodeJS.ErrnoException).code})`;
  } finally {
    clearInterval(timer);
  }
}
