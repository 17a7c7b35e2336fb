import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer as createPlainServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { meetTarget } from '../../../../../scripts/rehearse/target/identity/meet-target.ts';
import { askIdentity, identityText } from '../../../../../scripts/rehearse/target/identity/target-identity.ts';
import { secureOptions } from '../../../../../scripts/rehearse/target/secure-options.ts';
import { makeCertificates } from '../../../shop/certificates.ts';
import { type Answer, json, shops } from '../../../shop/shop.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { httpTarget } from '../http-target.ts';

const openShop = shops();
const plain = { rejectUnauthorized: true };
const identity = { name: 'shop', run: 'r1', version: '0.1.0' };
const saying =
  (value: unknown, status = 200): Answer =>
  (_request, response) =>
    json(response, status, value);
const ask = async (answer: Answer) => askIdentity((await openShop(answer)).url, plain);
const here = async (): Promise<string[]> => ['127.0.0.1'];
const elsewhere = async (): Promise<string[]> => ['198.51.100.7'];
const meet = async (answer: Answer, resolve = elsewhere) =>
  meetTarget(httpTarget({ bases: { app: (await openShop(answer)).url } }), resolve);

describe('askIdentity', () => {
  it('reads what a target says, and needs no more than a name', async () => {
    expect(await ask(saying(identity))).toEqual({ state: 'known', identity });
    expect(await ask(saying({ name: 'x', later: true }))).toEqual({ state: 'known', identity: { name: 'x' } });
    expect(identityText(identity)).toBe('shop 0.1.0 run r1');
    expect(identityText({ name: 'shop' })).toBe('shop');
  });

  it('names the fields that are wrong', async () => {
    expect(await ask(saying({ name: 7, nodes: -1 }))).toEqual({
      state: 'wrong',
      problems: ['name: must be a text, got 7', 'nodes: must be at least 0, got -1'],
    });
  });

  it.each([
    ['an error', saying({}, 404), 'HTTP 404'],
    ['no JSON', ((_, response) => response.end('<html>')) as Answer, 'an answer that is not JSON'],
    ['a flood', ((_, response) => response.end(`"${'x'.repeat(90_000)}`)) as Answer, 'an answer that is not JSON'],
  ])('does not take %s for an identity', async (_, answer, reason) => expect(await ask(answer)).toEqual({ state: 'silent', reason }));

  it('follows no redirect', async () => {
    const moved: Answer = (_request, response) => json(response, 302, {}, { location: 'http://198.51.100.7/' });
    expect(await ask(moved)).toEqual({ state: 'moved', location: 'http://198.51.100.7/' });
  });

  it('knows that nobody listens, and what to do', async () => {
    const shop = await openShop();
    await shop.close();
    expect(await askIdentity(shop.url, plain)).toEqual({
      state: 'none',
      problem: {
        kind: 'gone',
        code: 'ECONNREFUSED',
        sentence: 'the connection was refused (ECONNREFUSED); start it, or correct the address',
      },
    });
  });

  it('speaks TLS with a private authority, over HTTP/1.1 and HTTP/2', async () => {
    const { ca, ...tls } = makeCertificates(temporaryFolder());
    const trusting = secureOptions({ ca, certificate: null, key: null, insecure: false });
    const careless = secureOptions({ ca: null, certificate: null, key: null, insecure: true });
    for (const http2 of [false, true]) {
      const { url } = await openShop(saying(identity), { tls, http2 });
      expect(await askIdentity(url, trusting)).toEqual({ state: 'known', identity });
      expect(await askIdentity(url, careless)).toEqual({ state: 'known', identity });
      expect(await askIdentity(url, plain)).toMatchObject({ state: 'none', problem: { kind: 'tls' } });
    }
  });
});

describe('meetTarget', () => {
  it('asks nothing of a target on this machine but an answer', async () => {
    expect(await meet(saying({}, 404), here)).toMatchObject({ identity: null, at: [], problems: [] });
    expect(await meet(saying({ name: 7 }), here)).toMatchObject({ identity: null, at: [], problems: [] });
  });

  it('asks a target elsewhere to say that it may be loaded', async () => {
    expect(await meet(saying(identity))).toMatchObject({ identity, at: [expect.any(String)], problems: [] });
    const [silent] = (await meet(saying({}, 404))).problems;
    expect(silent).toBe(
      'target shop: must say that it may be loaded by a document { "name": "…" } at /.well-known/surgeproof.json, got HTTP 404; serve it, or load another target',
    );
    expect((await meet(saying({ name: '' }))).problems[0]).toMatch(/surgeproof\.json: name: must have at least 1 character/);
  });

  it('says that a port leads to TLS, and that one does not speak HTTP', async () => {
    const moved: Answer = (_request, response) => json(response, 308, {}, { location: 'https://127.0.0.1:9443/x' });
    expect((await meet(moved, here)).problems[0]).toMatch(/which redirects to https:\/\/127\.0\.0\.1:9443; write that one$/);
    const mute = createPlainServer((socket) => socket.end('220 mail\r\n')).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const base = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const { problems } = await meetTarget(httpTarget({ bases: { app: base } }), here);
    expect(problems[0]).toContain('it accepts connections but gives no HTTP answer');
    mute.close();
  });

  it('says the address of a target without a name once', async () => {
    const mute = createPlainServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const base = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    mute.close();
    await once(mute, 'close');
    const { problems } = await meetTarget(httpTarget({ name: base, bases: { app: base } }), here);
    expect(problems).toEqual([expect.stringMatching(/^target: nothing answers at http:\/\/127\.0\.0\.1:\d+: the connection was refused/)]);
  });

  it('refuses parts that do not belong together', async () => {
    const [app, images] = [await openShop(saying(identity)), await openShop(saying({ ...identity, run: 'r2' }))];
    const { problems } = await meetTarget(httpTarget({ bases: { app: app.url, images: images.url } }), here);
    expect(problems).toEqual(['target shop: all its addresses must belong together, got shop 0.1.0 run r1 and shop 0.1.0 run r2']);
  });
});
