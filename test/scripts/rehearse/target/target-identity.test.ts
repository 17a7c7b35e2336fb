import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { askIdentity, identityText } from '../../../../scripts/rehearse/target/target-identity.ts';

async function withServer<Result>(answer: RequestListener, use: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const identity = { name: 'surgeproof-reference', part: 'app', run: 'r1', simulated: true, nodes: 2, version: '0.1.0' };

describe('askIdentity', () => {
  it('reads what a target says', async () => {
    const answer = await withServer((_, response) => void response.end(JSON.stringify(identity)), askIdentity);
    expect(answer).toEqual({ state: 'known', identity });
    expect(identityText({ ...identity, part: 'app' })).toBe('surgeproof-reference 0.1.0 run r1');
  });

  it.each([
    ['an error', 404, '{}'],
    ['another answer', 200, '{"name":"shop"}'],
    ['no JSON', 200, '<html>'],
    ['a flood', 200, `"${'x'.repeat(20_000)}"`],
  ])('does not take %s for an identity', async (_, status, body) => {
    const answer = await withServer((_request, response) => void response.writeHead(status).end(body), askIdentity);
    expect(answer.state).toBe('silent');
  });

  it('follows no redirect', async () => {
    const answer = await withServer((_, response) => void response.writeHead(302, { location: 'http://198.51.100.7/' }).end(), askIdentity);
    expect(answer.state).toBe('silent');
  });

  it('knows that nobody listens', async () => {
    const url = await withServer(
      () => {},
      async (address) => address,
    );
    expect(await askIdentity(url)).toMatchObject({ state: 'gone', reason: 'ECONNREFUSED' });
  });
});
