import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { releasedPath, type Surroundings } from './surroundings.ts';
import type { Tool } from './tool.ts';

/** Milliseconds for the first response; without one there is no network, and the next way is tried. */
const FIRST_ANSWER = 5_000;
const WHOLE_FILE = 180_000;

const SYSTEMS: Readonly<Record<string, { readonly name: string; readonly archive: string }>> = {
  linux: { name: 'linux', archive: 'tar.gz' },
  darwin: { name: 'macos', archive: 'zip' },
};
const PROCESSORS: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Name of a release without its ending, as its authors name it; null where they publish none.
 *
 * @example releaseName('k6', '2.2.0', 'linux', 'x64') // => { folder: 'k6-v2.2.0-linux-amd64', archive: 'tar.gz' }
 */
export function releaseName(tool: string, version: string, platform: string, arch: string): { folder: string; archive: string } | null {
  const [system, processor] = [SYSTEMS[platform], PROCESSORS[arch]];
  if (system === undefined || processor === undefined) return null;
  return { folder: `${tool}-v${version}-${system.name}-${processor}`, archive: system.archive };
}

/**
 * Fetches the pinned release into the cache. The SHA-256 comes from the checksum file of the same release: this guards against a
 * broken or truncated file, not against a compromised release page. Returns a sentence when it fails.
 */
export async function downloadTool(tool: Tool, surroundings: Surroundings): Promise<{ path: string } | { problem: string }> {
  if (tool.releases === null) return { problem: 'release: none is used' };
  const release = releaseName(tool.name, tool.version, surroundings.platform, surroundings.arch);
  if (release === null) return { problem: `release: none for ${surroundings.platform} on ${surroundings.arch}` };
  const base = `${surroundings.env[tool.releases.variable] ?? tool.releases.base}/v${tool.version}`;
  const file = `${release.folder}.${release.archive}`;
  try {
    const sums = await fetchBytes(`${base}/${tool.name}-v${tool.version}-checksums.txt`, FIRST_ANSWER);
    const archive = await fetchBytes(`${base}/${file}`, WHOLE_FILE);
    const expected = checksumIn(sums.toString('utf8'), file);
    const actual = createHash('sha256').update(archive).digest('hex');
    if (expected !== actual)
      return { problem: `release: SHA-256 of ${file} must be ${expected ?? 'listed'}, got ${actual}; the file was discarded` };
    return { path: await unpack(archive, release.folder, tool, surroundings) };
  } catch (error) {
    return { problem: `release: ${base} cannot be fetched (${reasonOf(error)})` };
  }
}

/** The checksum of a file in a list as `sha256sum` writes it; null when it is not listed. */
function checksumIn(sums: string, file: string): string | null {
  const line = sums.split('\n').find((one) => one.trim().endsWith(` ${file}`));
  return line === undefined ? null : (/^([0-9a-f]{64})\s/i.exec(line.trim())?.[1]?.toLowerCase() ?? null);
}

async function fetchBytes(address: string, patience: number): Promise<Buffer> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

async function unpack(archive: Buffer, folder: string, tool: Tool, surroundings: Surroundings): Promise<string> {
  await mkdir(surroundings.cache, { recursive: true });
  const temporary = await mkdtemp(join(surroundings.cache, 'unpack-'));
  try {
    const file = join(temporary, 'archive');
    await writeFile(file, archive);
    await promisify(execFile)('tar', ['-xf', file, '-C', temporary]);
    const binary = join(temporary, folder, tool.name);
    await chmod(binary, 0o755);
    await rename(binary, releasedPath(tool, surroundings));
    return releasedPath(tool, surroundings);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: NodeJS.ErrnoException }).cause;
  return cause?.code ?? (error instanceof Error ? error.message : String(error));
}
