import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Tool } from './tool.ts';

/** Milliseconds in which a program must print its version. */
const PATIENCE = 10_000;

/**
 * The first version number in a text, without the leading v; null when there is none.
 *
 * @example versionIn('k6 v2.2.0 (go1.26.8, linux/amd64)') // => '2.2.0'
 */
export function versionIn(text: string): string | null {
  return /\bv?(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? null;
}

/**
 * True when a version can replace the pinned one: same major version, and not an older minor one.
 *
 * @example fits('2.3.1', '2.2.0') // => true
 * @example fits('1.9.0', '2.2.0') // => false
 */
export function fits(version: string, pinned: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = pinned.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}

/** Version printed by the program at `path`; a sentence when it cannot be run or prints none. */
export async function toolVersion(path: string, tool: Tool): Promise<{ version: string } | { problem: string }> {
  try {
    const { stdout } = await promisify(execFile)(path, [...tool.versionArguments], { timeout: PATIENCE });
    const version = versionIn(stdout);
    return version === null ? { problem: `${path} does not print its version` } : { version };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it failed';
    return { problem: `${path} cannot be run (${reason})` };
  }
}
