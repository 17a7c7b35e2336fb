import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { env } from '../../../../models/definition/env.ts';
import { resolveConfig } from '../../../../models/definition/resolve/resolve-config.ts';
import { isIpAddress } from '../../../../models/definition/resolve/target/addresses.ts';
import { configOf, configSentences } from './resolved.ts';

const target = (fields: object) => ({ targets: { shop: { url: 'http://127.0.0.1:8080', ...fields } } });

describe('a configuration', () => {
  it('may be missing altogether', () => {
    const { targets, defaults } = configOf(undefined);
    expect(targets).toEqual({});
    expect(defaults).toMatchObject({ timeout: 10_000, patience: 3_600_000, maximumArrivalRate: 5_000, given: [] });
    expect(defaults.retry).toMatchObject({ probability: 0.75, maxRetries: 5 });
  });

  it('has every value of a target', () => {
    expect(configOf(target({})).targets.shop).toEqual({
      name: 'shop',
      bases: { app: 'http://127.0.0.1:8080' },
      waitingRoom: null,
      addresses: [],
      maximumArrivalRate: 5_000,
      tls: { ca: null, certificate: null, key: null, insecure: false },
      headers: {},
      connections: 'shared',
      http: null,
      acceptEncoding: 'gzip, deflate, br',
    });
    const full = {
      url: 'https://shop.example.com/api/',
      urls: { images: 'https://[2001:db8::1]:8443' },
      waitingRoom: { url: 'https://wait.example.com', dialect: 'netfunnel' },
      addresses: ['10.20.0.7', '2001:db8::1'],
      maximumArrivalRate: '1200/min',
      tls: { ca: 'ca.pem', certificate: 'me.pem', key: 'me.key', insecure: true },
      headers: { authorization: `Bearer ${env('SHOP_TOKEN')}` },
      connections: 'per-request',
      http: '1.1',
      acceptEncoding: 'none',
    };
    expect(configOf({ targets: { shop: full } }).targets.shop).toEqual({
      ...full,
      url: undefined,
      urls: undefined,
      name: 'shop',
      bases: { app: 'https://shop.example.com/api', images: 'https://[2001:db8::1]:8443' },
      waitingRoom: { base: 'https://wait.example.com', dialect: 'netfunnel' },
      maximumArrivalRate: 20,
      headers: { authorization: 'Bearer {{env:SHOP_TOKEN}}' },
      acceptEncoding: null,
    });
  });

  it('hands its maximum arrival rate to targets without one, and knows what it was given', () => {
    const { targets, defaults } = configOf({
      ...target({}),
      defaults: { maximumArrivalRate: '7/s', queue: { maxLostPlaces: 1 }, budget: { p95: null } },
    });
    expect(targets.shop?.maximumArrivalRate).toBe(7);
    expect(defaults.given).toEqual(['budget.p95', 'queue.maxLostPlaces', 'maximumArrivalRate']);
    expect(defaults.queue).toMatchObject({ maxLostPlaces: 1, minKendallTau: 0.999, source: 'k6.config.ts', kind: 'stated' });
    expect(defaults.budget).toMatchObject({ p95: null, p99: 3_000 });
  });

  it.each([
    [7, [': must be an object, got 7']],
    [{ target: {} }, ['target: must be a field that is read, got target; did you mean targets? The fields are targets, defaults']],
    [
      { targets: { Shop: { url: 'http://a' } } },
      ['targets.Shop: must be a name of 1 to 40 small letters, digits and hyphens, a letter first, got "Shop"'],
    ],
    [
      target({ url: 'shop.example.com' }),
      [
        'targets.shop.url: must be an address such as https://shop.example.com or http://127.0.0.1:8080, without a query, got "shop.example.com"',
      ],
    ],
    [
      target({ url: 'http://me:secret@shop.example.com' }),
      ["targets.shop.url: must be an address without a name and password, got one with them; send a header with env('NAME')"],
    ],
    [target({ urls: { app: 'http://a' } }), ['targets.shop.urls.app: must have another name, as app is the address in url']],
    [target({ addresses: '10.0.0.1' }), ['targets.shop.addresses: must be a list of IP addresses, got "10.0.0.1"']],
    [
      target({ addresses: ['shop.example.com'] }),
      ['targets.shop.addresses[0]: must be an IP address such as 10.20.0.7, no host name, got "shop.example.com"'],
    ],
    [target({ maximumArrivalRate: 100 }), ['targets.shop.maximumArrivalRate: must be a rate such as 20/s or 1200/min, got 100']],
    [
      target({ tls: { certificate: 'me.pem', insecure: false } }),
      [
        'targets.shop.tls.insecure: must be true or left out, got false',
        'targets.shop.tls.key: must be given too, got only one of certificate and key',
      ],
    ],
    [
      target({ headers: { 'bad name': 'x', ok: 'a\nb', no: 7 } }),
      [
        'targets.shop.headers.bad name: must have a name that HTTP allows, got "bad name"',
        'targets.shop.headers.ok: must be a text of one line, got "a\\nb"',
        'targets.shop.headers.no: must be a text of one line, got 7',
      ],
    ],
    [target({ headers: { ok: '{{env:MY-TOKEN}}' } }), ['targets.shop.headers.ok: must name an environment variable, got "MY-TOKEN"']],
    [target({ connections: 'shard' }), ['targets.shop.connections: must be one of shared, per-request, got "shard"; did you mean shared?']],
    [target({ http: 2 }), ['targets.shop.http: must be one of 1.1, 2, got 2']],
    [
      target({ waitingRoom: {} }),
      [
        'targets.shop.waitingRoom.url: must be an address such as https://shop.example.com or http://127.0.0.1:8080, without a query, got nothing',
      ],
    ],
    [
      { defaults: { patience: 10, budget: { p50: '2 s', p95: '1 s' } } },
      ['defaults.budget.p95: must be above p50 (2 s), got 1 s', 'defaults.patience: must be a time such as 400 ms or 3 min, got 10'],
    ],
  ] as [unknown, string[]][])('is refused: %j', (config, sentences) => {
    expect(configSentences(config)).toEqual(sentences);
  });

  it('never shows a password', () => {
    expect(configSentences(target({ url: 'http://me:secret@shop' })).join()).not.toContain('secret');
  });

  it('never throws, whatever the file exports', () => {
    const fields = fc.dictionary(
      fc.constantFrom('url', 'urls', 'tls', 'headers', 'waitingRoom', 'addresses', 'http'),
      fc.anything({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fields, fc.anything({ maxDepth: 2 }), (shop, defaults) => {
        expect(Object.keys(resolveConfig({ targets: { shop }, defaults }))).toHaveLength(1);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});

describe('isIpAddress', () => {
  it.each(['127.0.0.1', '255.255.255.255', '::1', '::', '2001:db8::8:800:200c:417a', '::ffff:10.0.0.1', '1:2:3:4:5:6:7:8'])(
    'takes %s',
    (text) => {
      expect(isIpAddress(text)).toBe(true);
    },
  );

  it.each(['', '256.1.1.1', '1.2.3', '01.2.3.4', 'a.b.c.d', ':::', '1::2::3', '1:2:3:4:5:6:7', '12345::', 'g::1', '1:2:3:4:5:6:7:8::'])(
    'refuses %j',
    (text) => {
      expect(isIpAddress(text)).toBe(false);
    },
  );
});
