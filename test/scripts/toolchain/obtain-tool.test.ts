import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Need } from '../../../scripts/toolchain/find-tool.ts';
import { obtainTool } from '../../../scripts/toolchain/obtain-tool.ts';
import { builtPath } from '../../../scripts/toolchain/surroundings.ts';
import { K6 } from '../../../scripts/toolchain/tool.ts';
import { fakeK6, fakeProgram, NATIVE } from '../fake-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const builds = join(folder, 'builds');

/** A Go that writes a k6 with the native line to the file after -o, and counts. */
const go = join(folder, 'go-works');
fakeProgram(
  join(go, 'go'),
  `echo "$PWD $*" >> ${builds}`,
  'while [ "$1" != -o ]; do shift; done',
  'echo go.k6.io/k6/v2/lib >&2',
  `cp ${fakeK6(join(folder, 'made', 'k6'), '2.2.0', NATIVE)} "$2"`,
);
/** A Go that needs the network for the modules. */
const goOffline = join(folder, 'go-offline');
fakeProgram(join(goOffline, 'go'), ...['a.go', 'b.go'].map((file) => `echo "${file}:1: dial tcp: no such host" >&2`), 'exit 1');
const OFFLINE = '`go build ./k6` failed (exit 1): a.go:1: dial tcp: no such host';

const surroundings = (name: string, path: string, env: Record<string, string> = {}) => ({
  env: { SURGEPROOF_K6_RELEASES: 'http://127.0.0.1:9', PATH: `${path}:/usr/bin:/bin`, ...env },
  platform: 'linux',
  arch: 'x64',
  cache: join(folder, name),
});

async function obtain(place: ReturnType<typeof surroundings>, need: Need = 'any') {
  const told: string[] = [];
  const result = await obtainTool(K6, place, (line) => told.push(line), need).catch((error: Error) => error);
  return { result, told: told.join('\n') };
}

describe('obtainTool with Go', () => {
  it('builds once when two ask at the same time, in the module of the native line, and says so', async () => {
    const place = surroundings('twice', go);
    const both = await Promise.all([obtain(place), obtain(place)]);
    const found = { path: builtPath(K6, place), version: '2.2.0', extended: true };
    expect(both.map(({ result }) => result)).toEqual(
      expect.arrayContaining([
        { ...found, from: 'build' },
        { ...found, from: 'cache' },
      ]),
    );
    expect(readdirSync(place.cache)).toEqual([expect.stringMatching(/^k6-v2\.2\.0-[0-9a-f]{8}$/)]);
    expect(readFileSync(builds, 'utf8')).toMatch(/^\S*engine\/native build [^\n]* \.\/k6\n$/);
    const told = both.map((one) => one.told).join('\n');
    expect(told).toMatch(/Building k6 v2\.2\.0 with Go, once/);
    expect(told).toMatch(/Another surgeproof process is installing k6/);
  });

  it('builds although an older build and a release are in the cache, and leaves them there', async () => {
    const place = surroundings('upgraded', go);
    fakeK6(join(place.cache, 'k6-v2.2.0'), '2.2.0');
    fakeK6(join(place.cache, 'k6-v2.2.0-00000000'), '2.2.0', NATIVE);
    const { result } = await obtain(place);
    expect(result).toMatchObject({ path: builtPath(K6, place), from: 'build', extended: true });
    expect(readdirSync(place.cache)).toHaveLength(3);
  });

  it('builds anew what does not run in the cache', async () => {
    const place = surroundings('torn', go);
    fakeProgram(builtPath(K6, place), 'exit 1');
    expect((await obtain(place)).result).toMatchObject({ path: builtPath(K6, place), from: 'build' });
  });

  it('builds for --line native beside a stock k6 of the variable or of PATH, which it uses as it is otherwise', async () => {
    const named = fakeK6(join(folder, 'stock', 'k6'), '2.2.0');
    const variable = surroundings('beside-variable', go, { K6_BIN: named });
    expect((await obtain(variable)).result).toEqual({ path: named, version: '2.2.0', from: 'variable', extended: false });
    expect(existsSync(variable.cache)).toBe(false);
    const { result, told } = await obtain(variable, 'extended');
    expect(result).toMatchObject({ path: builtPath(K6, variable), from: 'build', extended: true });
    expect(told).toContain(`K6_BIN: ${named} has no k6/x/surgeproof`);
    expect((await obtain(variable, 'extended')).result).toMatchObject({ from: 'cache', extended: true });
    const path = surroundings('beside-path', `${join(folder, 'stock')}:${go}`);
    expect((await obtain(path)).result).toMatchObject({ path: named, from: 'PATH', extended: false });
    expect((await obtain(path, 'extended')).result).toMatchObject({ from: 'build', extended: true });
  });
});

describe('obtainTool with Go and no network', () => {
  it('says what Go said, and leaves nothing in the cache', async () => {
    const place = surroundings('broken', goOffline);
    const { result } = await obtain(place);
    expect(result).toMatchObject({
      code: 'tool-missing',
      exit: 3,
      message: expect.stringContaining(`  build: ${OFFLINE} | b.go:1: dial tcp: no such host\n`),
    });
    expect((result as Error).message).toContain('  release: http://127.0.0.1:9/v2.2.0 cannot be fetched');
    expect(readdirSync(place.cache)).toEqual([]);
  });

  it('takes the newest older one, as a k6 without the native line, and says why', async () => {
    const place = surroundings('older', goOffline);
    const older = fakeK6(join(place.cache, 'k6-v2.2.0-00000000'), '2.2.0', NATIVE);
    const oldest = fakeK6(join(place.cache, 'k6-v2.2.0'), '2.2.0');
    // An hour before.
    utimesSync(oldest, Date.now() / 1_000 - 3_600, Date.now() / 1_000 - 3_600);
    // Neither a build of another k6 nor an unfinished one.
    fakeK6(join(place.cache, 'k6-v2.1.0-00000000'), '2.1.0', NATIVE);
    fakeK6(join(place.cache, 'k6-v2.2.0-00000000.1.tmp'), '2.2.0', NATIVE);
    const { result, told } = await obtain(place);
    expect(result).toEqual({ path: older, version: '2.2.0', from: 'cache', extended: false });
    expect(told).toContain(`build: ${OFFLINE}; ${older} is used in its place.`);
  });

  it('passes over an older one that does not run', async () => {
    const place = surroundings('older-broken', goOffline);
    fakeProgram(join(place.cache, 'k6-v2.2.0-00000000'), 'exit 1');
    const release = fakeK6(join(place.cache, 'k6-v2.2.0'), '2.2.0');
    writeFileSync(join(place.cache, 'k6-v2.2.0-11111111'), 'no program');
    expect((await obtain(place)).result).toMatchObject({ path: release, extended: false });
  });

  it('never takes an older one for --line native', async () => {
    const place = surroundings('older-native', goOffline);
    fakeK6(join(place.cache, 'k6-v2.2.0-00000000'), '2.2.0', NATIVE);
    const { result } = await obtain(place, 'extended');
    expect(result).toMatchObject({ code: 'tool-missing', exit: 3 });
    expect((result as Error).message).toMatch(/^k6 with k6\/x\/surgeproof was not found and could not be made:/);
    expect((result as Error).message).toContain(`build: ${OFFLINE}`);
  });
});

describe('obtainTool without Go', () => {
  it('uses a k6 of their own', async () => {
    const own = join(folder, 'own');
    const k6 = fakeK6(join(own, 'k6'), '2.3.0');
    const place = surroundings('no-go', own);
    expect((await obtain(place)).result).toEqual({ path: k6, version: '2.3.0', from: 'PATH', extended: false });
    const { result } = await obtain(place, 'extended');
    expect((result as Error).message.split('\n')).toEqual([
      'k6 with k6/x/surgeproof was not found and could not be made:',
      `  PATH: ${k6} has no k6/x/surgeproof`,
      `  cache: no ${builtPath(K6, place)}`,
      '  build: no go in PATH',
      'Install Go 1.26 or later (https://go.dev/dl): surgeproof then builds k6 once, in about a minute. Without --line native people in the queue are polled in TypeScript.',
    ]);
  });

  it('uses an older one of the cache before it fetches a release', async () => {
    const place = surroundings('no-go-older', '/nowhere');
    const older = fakeK6(join(place.cache, 'k6-v2.2.0'), '2.2.0');
    expect((await obtain(place)).result).toEqual({ path: older, version: '2.2.0', from: 'cache', extended: false });
  });

  it('lists everything it tried', async () => {
    const place = surroundings('nothing', '/nowhere');
    const { result } = await obtain(place);
    expect((result as Error).message.split('\n')).toEqual([
      'k6 was not found and could not be made:',
      '  PATH: no k6 in it',
      `  cache: no ${builtPath(K6, place)}`,
      '  build: no go in PATH',
      expect.stringMatching(/^ {2}release: http:\/\/127\.0\.0\.1:9\/v2\.2\.0 cannot be fetched/),
      'Install k6 2.2 so that it is in PATH, set K6_BIN to its path, or install Go 1.26 or later (https://go.dev/dl): surgeproof then builds k6 once, in about a minute.',
    ]);
  });
});
