import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordSource } from '../../../../../models/workload/audit/audit-spec.ts';
import { readSource } from '../../../../../scripts/rehearse/audit/sources/read-source.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

const folder = temporaryFolder();
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function baseOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function read(source: RecordSource, app = 'http://127.0.0.1:9') {
  const target = {
    ...{
      name: 'shop',
      bases: { app },
      waitingRoom: null,
      headers: { 'x-all': 'yes' },
      connections: 'shared' as const,
      acceptEncoding: null,
    },
    ...{ insecure: false, clientCertificate: null },
  } as const;
  const since = '2026-11-30T08:30:00.000Z';
  return readSource(source, { target, secure: { rejectUnauthorized: true }, secrets: { TOKEN: 'open-sesame' }, folder, since });
}

const http = (path: string, over = {}): RecordSource => ({
  from: 'http',
  base: 'app',
  path,
  headers: {},
  timeout: 5_000,
  columns: {},
  ...over,
});
const command = (script: string, timeout = 5_000): RecordSource => ({
  ...{ from: 'command', command: [process.execPath, '-e', script, '{since}'], timeout, columns: {} },
});

describe('records over HTTP', () => {
  it('are read page by page, with the headers of the target and the start of the run', async () => {
    const seen: unknown[] = [];
    const base = await baseOf(({ url, headers }, response) => {
      seen.push([url, headers['x-all'], headers.authorization]);
      if (url!.includes('after=1')) response.setHeader('link', '</r?after=2>; rel="next"').end('key\nb\n');
      else if (url!.includes('after=2')) response.end('');
      else response.end('{"records":[{"key":"a"}],"next":"/r?after=1"}');
    });
    const source = http('/r?since={since}', { headers: { authorization: '{{env:TOKEN}}' } });
    expect(await read(source, base)).toEqual([{ key: 'a' }, { key: 'b' }]);
    expect(seen).toEqual([
      ['/r?since=2026-11-30T08%3A30%3A00.000Z', 'yes', 'open-sesame'],
      ['/r?after=1', 'yes', 'open-sesame'],
      ['/r?after=2', 'yes', 'open-sesame'],
    ]);
  });

  it.each([
    ['/moved', 'must answer 200, got 302'],
    ['/away', 'the next page must be at http://127.0.0.1:'],
    ['/loop', 'each page must lead to another one, got /loop twice'],
    ['/slow', 'must come within 0.2 s, got 0 records by then'],
  ])('are refused at %s: %s', async (path, sentence) => {
    const base = await baseOf(({ url }, response) => {
      if (url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
      else if (url === '/away') response.end('{"records":[],"next":"http://192.0.2.1/r"}');
      else if (url === '/loop') response.end('{"records":[],"next":"/loop"}');
    });
    await expect(read(http(path, { timeout: path === '/slow' ? 200 : 5_000 }), base)).rejects.toThrow(sentence);
  });

  it('are refused from a base that the target does not have, and where nobody answers', async () => {
    await expect(read(http('/r', { base: 'admin' }))).rejects.toThrow('base must be one of app, got admin');
    await expect(read(http('/r'))).rejects.toThrow('ECONNREFUSED');
  });
});

describe('records of a command', () => {
  it('are what it prints, in the folder of the surge file', async () => {
    const script = 'console.log(JSON.stringify({ key: process.argv[1], cwd: process.cwd() }))';
    expect(await read(command(script))).toEqual([{ key: '2026-11-30T08:30:00.000Z', cwd: folder }]);
  });

  it.each([
    ['console.error("no such\\ntable"); process.exit(3)', 5_000, 'must end with status 0, got 3: no such'],
    ['setInterval(() => {}, 1000)', 300, 'must end within 0.3 s, and did not'],
  ])('are refused: %s', async (script, timeout, sentence) => {
    await expect(read(command(script, timeout))).rejects.toThrow(sentence);
  });

  it('are refused from a program that is not there', async () => {
    const source: RecordSource = { from: 'command', command: ['no-such-program-here'], timeout: 5_000, columns: {} };
    await expect(read(source)).rejects.toThrow('no-such-program-here must start: there is no such file or folder');
  });
});

it('reads a file beside the surge file, and says when it is not there', async () => {
  writeFileSync(join(folder, 'payments.csv'), 'key,amount\na,5\n');
  expect(await read({ from: 'file', path: 'payments.csv', columns: {} })).toEqual([{ key: 'a', amount: '5' }]);
  await expect(read({ from: 'file', path: 'none.csv', columns: {} })).rejects.toThrow(
    'none.csv must be readable: there is no such file or folder',
  );
});
