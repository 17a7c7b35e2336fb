import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../scripts/toolchain/cache-folder.ts';
import { findTool } from '../../../scripts/toolchain/find-tool.ts';
import { K6 } from '../../../scripts/toolchain/tool.ts';
import { fits, versionIn } from '../../../scripts/toolchain/tool-version.ts';
import { fakeK6, fakeProgram } from '../fake-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const surroundings = (env: Record<string, string>, cache = join(folder, 'empty')) => ({ env, platform: 'linux', arch: 'x64', cache });

describe('findTool', () => {
  it('takes the variable before anything else', async () => {
    const named = fakeK6(join(folder, 'named', 'my-k6'), '2.2.1');
    const path = join(folder, 'path-a');
    fakeK6(join(path, 'k6'), '2.2.0');
    const search = await findTool(K6, surroundings({ K6_BIN: named, PATH: path }));
    expect(search.found).toEqual({ path: named, version: '2.2.1', from: 'variable' });
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
    expect(search.found).toEqual({ path: k6, version: '2.3.0', from: 'PATH' });
  });

  it('passes over a k6 in PATH that does not fit, takes the cache, and remembers why', async () => {
    const path = join(folder, 'path-c');
    const old = fakeK6(join(path, 'k6'), '2.1.0');
    const cache = join(folder, 'cache');
    const search = await findTool(K6, surroundings({ PATH: path }, cache));
    expect(search).toMatchObject({ found: null, decided: false });
    expect('tried' in search && search.tried[0]).toBe(`PATH: ${old} is k6 2.1.0; must be 2.2 or a later 2.x`);
    const cached = fakeK6(join(cache, 'k6-v2.2.0'), '2.2.0');
    expect((await findTool(K6, surroundings({ PATH: path }, cache))).found).toEqual({ path: cached, version: '2.2.0', from: 'cache' });
  });

  it('refuses a program that prints no version', async () => {
    const named = fakeProgram(join(folder, 'mute'), 'echo hello');
    expect(await findTool(K6, surroundings({ K6_BIN: named }))).toMatchObject({ tried: [`K6_BIN: ${named} does not print its version`] });
  });
});

describe('the pinned version', () => {
  it('is the one of go.mod', () => {
    expect(readFileSync('scripts/toolchain/go.mod', 'utf8')).toContain(`${K6.package} v${K6.version}`);
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
