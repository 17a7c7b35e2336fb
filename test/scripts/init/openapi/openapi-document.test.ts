import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseAddress } from '../../../../scripts/init/openapi/base-address.ts';
import { readDocument } from '../../../../scripts/init/openapi/read-document.ts';
import { runCli } from '../../run-cli.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder();
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const refusal = async (given: string): Promise<string> => {
  const error = await readDocument(given).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error?.exit).toBe(2);
  return error.message;
};
const SMALL = 'openapi: 3.0.3\npaths:\n  /home:\n    get: {}\n';

const server = createServer(({ url }, response) => {
  if (url === '/away') response.writeHead(302, { location: 'http://192.0.2.1/' }).end();
  else if (url === '/openapi.yaml') response.end(SMALL);
  else response.writeHead(404).end();
});
let origin = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('readDocument', () => {
  it('reads JSON and YAML, of a file or of an address on this machine', async () => {
    expect((await readDocument(file('a.yaml', SMALL))).root.openapi).toBe('3.0.3');
    expect((await readDocument(file('a.json', '\uFEFF{"openapi":"3.1.0"}'))).root.openapi).toBe('3.1.0');
    expect((await readDocument(`${origin}/openapi.yaml`)).fetched?.origin).toBe(origin);
  });

  it('refuses what is no OpenAPI document of version 3, with a sentence', async () => {
    expect(await refusal(file('old.json', '{"swagger":"2.0"}'))).toMatch(/openapi: must be OpenAPI 3\.0 or 3\.1, got swagger "2\.0"$/);
    expect(await refusal(file('list.yaml', '- a'))).toContain('got a document without `openapi: 3…`');
    expect(await refusal(file('broken.yaml', 'a: [1'))).toContain('document: must be JSON or YAML, got');
    expect(await refusal(file('broken.json', '{"openapi": "3.0.0",, }'))).toContain('document: must be JSON or YAML, got');
    expect(await refusal(join(folder, 'none.yaml'))).toContain('there is no such file or folder');
  });

  it('refuses aliases that grow without end', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(await refusal(file('bomb.yaml', lines.join('\n')))).toContain('document: must be JSON or YAML');
  });

  it('asks no other machine, and follows no redirect to one', async () => {
    expect(await refusal('http://192.0.2.1/openapi.json')).toContain('must be a file or an address on this machine');
    expect(await refusal(`${origin}/away`)).toContain('document: must be fetched, got');
    expect(await refusal(`${origin}/none`)).toContain('must be answered with status 200, got 404');
  });
});

describe('baseAddress', () => {
  const base = (servers: unknown, given: string | null = null, fetched: string | null = null): string =>
    baseAddress({ root: { servers }, fetched: fetched === null ? null : new URL(fetched) }, given === null ? null : new URL(given)).href;

  it('goes to no other machine because a document says so, but takes its path', () => {
    expect(base([{ url: 'https://api.example.com/v1' }])).toBe('http://127.0.0.1:8080/v1');
    expect(base([{ url: 'https://api.example.com/v1' }], null, 'http://localhost:3000/openapi.json')).toBe('http://localhost:3000/v1');
  });

  it('takes --url first, then a server on this machine', () => {
    expect(base([{ url: '/v1' }], 'http://127.0.0.1:3000')).toBe('http://127.0.0.1:3000/v1');
    expect(base([{ url: '/v1' }], 'https://shop.example.com/api')).toBe('https://shop.example.com/api');
    expect(base([{ url: 'http://localhost:{port}', variables: { port: { default: '5000' } } }])).toBe('http://localhost:5000/');
  });

  it.each([[undefined], [[]], [[{ url: 5 }]], [[{ url: 'javascript:alert(1)' }]]])('has a usual address: %j', (servers) => {
    expect(base(servers)).toBe('http://127.0.0.1:8080/');
  });
});

describe('surgeproof init --openapi', () => {
  it('writes a surge for the service that gave the document', async () => {
    const { code, stdout } = await runCli(['init', '--openapi', `${origin}/openapi.yaml`], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`1 GET operation is sent to ${origin}; 0 more stand ready as comments.`)]);
    const text = readFileSync(join(folder, 'my-service.surge.ts'), 'utf8');
    expect(text).toContain(`target: '${origin}',`);
    expect(text).toContain("await user.get('home', '/home');");
  });

  it('writes nothing from a document without a GET operation', async () => {
    const before = readdirSync(folder);
    const { code, stderr } = await runCli(['init', '--name', 'x', '--openapi', 'a.json'], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('paths: must have at least one GET operation, got no operation')]);
    expect(readdirSync(folder)).toEqual(before);
  });
});
