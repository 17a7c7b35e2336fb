import { describe, expect, it } from 'vitest';
import { withEnvironment } from '../../../engine/settings/env.ts';
import { targetHeaders } from '../../../engine/settings/secrets.ts';
import { engineRun } from '../virtual-run.ts';

const run = engineRun();

describe('the environment of a script', () => {
  it('changes nothing when it says nothing', () => {
    expect(withEnvironment(run, {})).toEqual(run);
  });

  it('replaces seed, address, start and log', () => {
    const env = {
      SURGEPROOF_SEED: '42',
      SURGEPROOF_URL: 'http://127.0.0.1:9//',
      SURGEPROOF_STARTED_AT: '1800000000001',
      SURGEPROOF_LOG: 'off',
    };
    const { seed, startedAt, log, target } = withEnvironment(run, env);
    expect({ seed, startedAt, log }).toEqual({ seed: 42, startedAt: 1_800_000_000_001, log: false });
    expect(target.bases).toEqual({ ...run.target.bases, app: 'http://127.0.0.1:9' });
  });

  const bundled = { ...run, guard: { hosts: ['127.0.0.1', 'localhost', '[::1]', 'shop.example.com'], blocked: [] } };

  it.each(['http://127.0.0.1:9', 'http://localhost:9/x', 'http://[::1]:9', 'https://SHOP.example.com'])(
    'keeps a script at the hosts it was made for: %s',
    (url) => expect(withEnvironment(bundled, { SURGEPROOF_URL: url }).target.bases.app).toBe(url),
  );

  it.each([
    'http://10.0.0.1:8081',
    'http://127.0.0.1@10.0.0.1',
    'http://10.0.0.1#@127.0.0.1',
    'http://10.0.0.1?@127.0.0.1',
    'http://127.0.0.1.example.com',
    'http://2130706433',
    'http://a@b@127.0.0.1',
  ])('does not let a script go elsewhere: %s', (url) => {
    expect(() => withEnvironment(bundled, { SURGEPROOF_URL: url })).toThrow(
      'SURGEPROOF_URL: must be at a host that the script was made for (127.0.0.1, localhost, [::1], shop.example.com), got ',
    );
  });

  it.each([
    [{ SURGEPROOF_SEED: '-1' }, 'SURGEPROOF_SEED: must be a whole number, got "-1"'],
    [{ SURGEPROOF_URL: 'localhost' }, 'SURGEPROOF_URL: must be a URL that starts with http:// or https://, got "localhost"'],
    [{ SURGEPROOF_LOG: 'no' }, 'SURGEPROOF_LOG: must be on or off, got "no"'],
  ])('is refused with a sentence: %j', (env, sentence) => {
    expect(() => withEnvironment(run, env)).toThrow(sentence);
  });

  it('fills secrets into the headers of the target', () => {
    const given = { headers: { authorization: 'Bearer {{env:TOKEN}}' }, acceptEncoding: 'gzip, br' };
    expect(targetHeaders(given, { TOKEN: 's3cret' })).toEqual({ 'accept-encoding': 'gzip, br', authorization: 'Bearer s3cret' });
    expect(() => targetHeaders(given, {})).toThrow('TOKEN: must be set in the environment');
  });
});
