import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { obtainTool } from '../../../scripts/toolchain/obtain-tool.ts';
import { K6 } from '../../../scripts/toolchain/tool.ts';
import { fakeProgram } from '../fake-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const nobody = { SURGEPROOF_K6_RELEASES: 'http://127.0.0.1:9' };
const builds = join(folder, 'builds');

/** A Go that writes a k6 to the file after -o, and counts. */
const go = join(folder, 'go-works');
fakeProgram(
  join(go, 'go'),
  `echo built >> ${builds}`,
  'while [ "$1" != -o ]; do shift; done',
  'echo go.k6.io/k6/v2/lib >&2',
  `printf '#!/bin/sh\\necho k6 v2.2.0\\n' > "$2" && chmod +x "$2"`,
);
const surroundings = (name: string, path: string) => ({
  env: { ...nobody, PATH: `${path}:/usr/bin:/bin` },
  platform: 'linux',
  arch: 'x64',
  cache: join(folder, name),
});

describe('obtainTool', () => {
  it('builds once when two ask at the same time, and says so', async () => {
    const told: string[] = [];
    const place = surroundings('twice', go);
    const both = await Promise.all([obtainTool(K6, place, (line) => told.push(line)), obtainTool(K6, place, (line) => told.push(line))]);
    expect(both.map(({ path }) => path)).toEqual([join(place.cache, 'k6-v2.2.0'), join(place.cache, 'k6-v2.2.0')]);
    expect(both.map(({ from }) => from).sort()).toEqual(['build', 'cache']);
    expect(readFileSync(builds, 'utf8')).toBe('built\n');
    expect(told.join('\n')).toMatch(/Building k6 v2\.2\.0 with Go, once/);
    expect(told.join('\n')).toMatch(/Another surgeproof process is installing k6/);
  });

  it('says what Go said when the build fails, and leaves nothing in the cache', async () => {
    const broken = join(folder, 'go-broken');
    fakeProgram(join(broken, 'go'), 'echo "go: no module provides package" >&2', 'exit 1');
    const place = surroundings('broken', broken);
    await expect(obtainTool(K6, place, () => {})).rejects.toMatchObject({
      code: 'tool-missing',
      exit: 3,
      message: expect.stringContaining('`go build go.k6.io/k6/v2` failed (exit 1): go: no module provides package'),
    });
    expect(existsSync(join(place.cache, 'k6-v2.2.0'))).toBe(false);
  });
});
