import { afterEach, describe, expect, it, vi } from 'vitest';
import { env, secretNames, withSecrets } from '../../../models/definition/env.ts';

afterEach(() => vi.unstubAllGlobals());

describe('env', () => {
  it('is a placeholder outside k6, whatever the environment holds', () => {
    vi.stubEnv('SHOP_TOKEN', 'secret');
    expect(`Bearer ${env('SHOP_TOKEN')}`).toBe('Bearer {{env:SHOP_TOKEN}}');
    vi.unstubAllEnvs();
  });

  it('is the value in k6, and a sentence when there is none', () => {
    vi.stubGlobal('__ENV', { SHOP_TOKEN: 'secret' });
    expect(env('SHOP_TOKEN')).toBe('secret');
    expect(() => env('OTHER')).toThrow('environment variable OTHER: must be set, got nothing; set it before the run');
  });
});

describe('secrets in a text', () => {
  it('are found and filled in; what has no value stays', () => {
    const text = `${env('A')}:${env('B')}`;
    expect(secretNames(text)).toEqual(['A', 'B']);
    expect(withSecrets(text, { A: '$1' })).toBe('$1:{{env:B}}');
  });
});
