import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Tool } from './tool.ts';

/** Milliseconds in which a program must print its version. */
const PATIENCE = 10_000;

/** What a program says of itself. */
export interface ToolVersion {
  readonly version: string;
  /** Whether it lists the extension of the tool. */
  readonly extended: boolean;
}

/**
 * The first version number in a text, without the leading v; null when there is none.
 *
 * @example versionIn('k6 v2.2.0 (go1.26.8, linux/amd64)') // => '2.2.0'
 */
export function versionIn(text: string): string | null {
  return /\bv?(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? null;
}

/**
 * Whether k6 lists an extension behind its version.
 *
 * @example listsExtension('k6 v2.2.0\nExtensions:\n  example/module (devel), k6/x/surgeproof [js]', 'k6/x/surgeproof') // => true
 * @example listsExtension('k6 v2.2.0 (go1.26.8, linux/amd64)', 'k6/x/surgeproof') // => false
 */
export function listsExtension(text: string, extension: string): boolean {
  return text.split('\n').some((line) => line.includes(`, ${extension} [`));
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

/** What the program at `path` prints of itself; a sentence when it cannot be run, prints no version, or not one that fits. */
export async function toolVersion(path: string, tool: Tool): Promise<ToolVersion | { problem: string }> {
  try {
    const { stdout } = await promisify(execFile)(path, [...tool.versionArguments], { timeout: PATIENCE });
    const version = versionIn(stdout);
    if (version === null) return { problem: `${path} does not print its version` };
    if (!fits(version, tool.version)) return { problem: `${path} is ${tool.name} ${version}; ${ruleOf(tool)}` };
    return { version, extended: tool.extension !== null && listsExtension(stdout, tool.extension) };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it failed';
    return { problem: `${path} cannot be run (${reason})` };
  }
}

function ruleOf({ version }: Tool): string {
  const [major, minor] = version.split('.');
  return `must be ${major}.${minor} or a later ${major}.x`;
}
