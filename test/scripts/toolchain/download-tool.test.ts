import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadTool, releaseName } from '../../../scripts/toolchain/download-tool.ts';
import { K6 } from '../../../scripts/toolchain/tool.ts';
import { toolVersion } from '../../../scripts/toolchain/tool-version.ts';
import { fakeK6 } from '../fake-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const archiveName = 'k6-v2.2.0-linux-amd64.tar.gz';
const files = new Map<string, Buffer>();
let server: Server;
let base: string;

beforeAll(async () => {
  fakeK6(join(folder, 'k6-v2.2.0-linux-amd64', 'k6'), '2.2.0');
  execFileSync('tar', ['-czf', archiveName, 'k6-v2.2.0-linux-amd64'], { cwd: folder });
  files.set(`/v2.2.0/${archiveName}`, readFileSync(join(folder, archiveName)));
  server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) response.writeHead(404);
    response.end(file);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const surroundings = (name: string, platform = 'linux') => ({
  env: { SURGEPROOF_K6_RELEASES: base },
  platform,
  arch: 'x64',
  cache: join(folder, name),
});
const publish = (sum: string): void =>
  void files.set('/v2.2.0/k6-v2.2.0-checksums.txt', Buffer.from(`${'0'.repeat(64)}  other.zip\n${sum}  ${archiveName}\n`));

describe('downloadTool', () => {
  it('puts a release with the right checksum into the cache', async () => {
    publish(
      createHash('sha256')
        .update(files.get(`/v2.2.0/${archiveName}`)!)
        .digest('hex'),
    );
    const result = await downloadTool(K6, surroundings('good'));
    const path = join(folder, 'good', 'k6-v2.2.0');
    expect(result).toEqual({ path });
    expect(await toolVersion(path, K6)).toEqual({ version: '2.2.0', extended: false });
    expect(readdirSync(join(folder, 'good'))).toEqual(['k6-v2.2.0']);
  });

  it('throws away one with a wrong checksum', async () => {
    publish('1'.repeat(64));
    const result = await downloadTool(K6, surroundings('bad'));
    expect(result).toMatchObject({
      problem: expect.stringMatching(/^release: SHA-256 of k6-v2\.2\.0-linux-amd64\.tar\.gz must be 1{64}, got [0-9a-f]{64}/),
    });
    expect(existsSync(join(folder, 'bad'))).toBe(false);
  });

  it('says why it could not be had, and throws nothing', async () => {
    files.delete('/v2.2.0/k6-v2.2.0-checksums.txt');
    expect(await downloadTool(K6, surroundings('none'))).toEqual({ problem: `release: ${base}/v2.2.0 cannot be fetched (HTTP 404)` });
    const nobody = { ...surroundings('none'), env: { SURGEPROOF_K6_RELEASES: 'http://127.0.0.1:9' } };
    expect(await downloadTool(K6, nobody)).toMatchObject({ problem: expect.stringContaining('cannot be fetched') });
    expect(await downloadTool(K6, surroundings('none', 'sunos'))).toEqual({ problem: 'release: none for sunos on x64' });
  });
});

describe('releaseName', () => {
  it('knows the names of the platforms that k6 is released for', () => {
    expect(releaseName('k6', '2.2.0', 'darwin', 'arm64')).toEqual({ folder: 'k6-v2.2.0-macos-arm64', archive: 'zip' });
    expect(releaseName('k6', '2.2.0', 'linux', 'riscv64')).toBeNull();
  });
});
