import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../scripts/toolchain/cache-folder.ts';
import { findTool } from '../../../scripts/toolchain/find-tool.ts';
import { NATIVE_MODULE } from '../../../scripts/toolchain/native-module.ts';
import { builtPath } from '../../../scripts/toolchain/surroundings.ts';
import { K6 } from '../../../scripts/toolchain/tool.ts';
import { fits, listsExtension, versionIn } from '../../../scripts/toolchain/tool-version.ts';
import { fakeK6, fakeProgram, NATIVE } from '../fake-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const surroundings = (env: Record<string, string>, cache = join(folder, 'empty')) => ({ env, platform: 'linux', arch: 'x64', cache });

describe('findTool', () => {
  it('takes the variable before anything else', async () => {
    const named = fakeK6(join(folder, 'named', 'my-k6'), '2.2.1');
    const path = join(folder, 'path-a');
    fakeK6(join(path, 'k6'), '2.2.0');
    const search = await findTool(K6, surroundings({ K6_BIN: named, PATH: path }));
    expect(search.found).toEqual({ path: named, version: '2.2.1', from: 'variable', extended: false });
  });

  it('does not look further when the variable is wrong', async () => {
    const named = fakeK6(join(folder, 'old', 'k6'), '1.4.2');
    const search = await findTool(K6, surroundings({ K6_BIN: named, PATH: join(folder, 'path-a') }));
    expect(search).toEqual({ found: null, decided: true, tried: [`K6_BIN: ${named} is k6 1.4.2; must be 2.2 or a later 2.x`] });
  });

  it('takes a fitting one of PATH, the first of that name', async () => {
    const path = join(folder, 'path-b');
    const k6 = fakeK6(join(path, 'k6'), '2.3.0');
    const search = await findTool(K6, surroundings({ PATH: `${join(folder, 'none')}::${path}` }));
    expect(search.found).toEqual({ path: k6, version: '2.3.0', from: 'PATH', extended: false });
  });

  it('passes over a k6 in PATH that does not fit, takes the cache, and remembers why', async () => {
    const path = join(folder, 'path-c');
    const old = fakeK6(join(path, 'k6'), '2.1.0');
    const cache = join(folder, 'cache');
    const search = await findTool(K6, surroundings({ PATH: path }, cache));
    expect(search).toMatchObject({ found: null, decided: false });
    expect('tried' in search && search.tried[0]).toBe(`PATH: ${old} is k6 2.1.0; must be 2.2 or a later 2.x`);
    const place = surroundings({ PATH: path }, cache);
    const cached = fakeK6(builtPath(K6, place), '2.2.0', NATIVE);
    expect((await findTool(K6, place)).found).toEqual({ path: cached, version: '2.2.0', from: 'cache', extended: true });
  });

  it('passes over a stock k6 when the native line is needed, the one of the variable too', async () => {
    const named = fakeK6(join(folder, 'stock', 'k6'), '2.2.0');
    const path = join(folder, 'path-d');
    const own = fakeK6(join(path, 'k6'), '2.2.0', 'k6/x/sql', NATIVE);
    const place = surroundings({ K6_BIN: named, PATH: path });
    expect((await findTool(K6, place)).found?.path).toBe(named);
    expect((await findTool(K6, place, 'extended')).found).toEqual({ path: own, version: '2.2.0', from: 'PATH', extended: true });
    expect(await findTool(K6, surroundings({ K6_BIN: named }), 'extended')).toMatchObject({
      decided: false,
      tried: [`K6_BIN: ${named} has no ${NATIVE}`, 'PATH: no k6 in it', expect.stringMatching(/^cache: no .*k6-v2\.2\.0-[0-9a-f]{8}$/)],
    });
  });

  it('does not take a build of other sources, nor a release in the cache', async () => {
    const cache = join(folder, 'others');
    fakeK6(join(cache, 'k6-v2.2.0'), '2.2.0');
    fakeK6(join(cache, 'k6-v2.2.0-00000000'), '2.2.0', NATIVE);
    expect((await findTool(K6, surroundings({}, cache))).found).toBeNull();
  });

  it('refuses a program that prints no version', async () => {
    const named = fakeProgram(join(folder, 'mute'), 'echo hello');
    expect(await findTool(K6, surroundings({ K6_BIN: named }))).toMatchObject({ tried: [`K6_BIN: ${named} does not print its version`] });
  });
});

describe('the pinned version', () => {
  it('is the one of go.mod', () => {
    expect(readFileSync(join(NATIVE_MODULE, 'go.mod'), 'utf8')).toContain(`go.k6.io/k6/v2 v${K6.version}`);
  });

  it.each([
    ['2.2.0', true],
    ['2.10.0', true],
    ['2.1.9', false],
    ['3.0.0', false],
  ])('%s fits: %s', (version, fitting) => expect(fits(version, K6.version)).toBe(fitting));
});

describe('cacheFolder', () => {
  it('follows XDG_CACHE_HOME everywhere', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'darwin', '/Users/kim')).toBe('/c/surgeproof');
  });
});

describe('versionIn', () => {
  it('takes the first version, and none from a text without one', () => {
    expect(versionIn('k6 v2.2.0 (go1.26.8, linux/amd64)')).toBe('2.2.0');
    expect(versionIn('k6 (devel)')).toBeNull();
  });
});

describe('listsExtension', () => {
  // As `k6 version` of k6 2.2.0 prints them: path and version of the module, name, kind.
  const text =
    'k6 v2.2.0 (go1.26.8, linux/amd64)\nExtensions:\n  example/sql v1.0.0, k6/x/sql [js]\n  surgeproof/native/poller , k6/x/surgeproof [js]\n';

  it.each([
    ['k6/x/surgeproof', true],
    ['k6/x/sql', true],
    ['k6/x/surge', false],
    ['x/surgeproof', false],
  ])('%s: %s', (name, listed) => expect(listsExtension(text, name)).toBe(listed));
});
