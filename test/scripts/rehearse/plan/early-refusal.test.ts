import { describe, expect, it } from 'vitest';
import { SurgeproofError } from '../../../../scripts/errors/surgeproof-error.ts';
import { refuseEarly } from '../../../../scripts/rehearse/plan/early-refusal.ts';
import type { TypedOptions } from '../../../../scripts/rehearse/plan/options.ts';

function refusal(named: string | undefined, typed: Partial<TypedOptions> = {}): [code: string, message: string] | null {
  try {
    refuseEarly(named, { seed: '1', walk: true, ...typed });
    return null;
  } catch (error) {
    if (error instanceof SurgeproofError) return [error.code, error.message];
    throw error;
  }
}

const ADDRESS = { url: 'http://127.0.0.1:1/', rate: '1/s', for: '1 s' };

describe('an early refusal', () => {
  it('is for a surge that is neither a file nor built in', () => {
    expect(refusal('nosuch')).toEqual(['no-such-surge', expect.stringContaining('got nosuch')]);
    expect(refusal('smoke')).toBeNull();
  });

  it('is for neither a surge nor an address, with what is wrong with the flags', () => {
    const [code, message] = refusal(undefined, { seed: 'x' }) ?? [];
    expect(code).toBe('invalid-rehearsal');
    expect(message).toMatch(/--seed: must be a whole number.*\n.*surge: must be given/s);
  });

  it('is for a surge beside an address, of which either would do alone', () => {
    expect(refusal('smoke', ADDRESS)?.[1]).toContain('surge: must be left out with --url, got smoke');
    expect(refusal(undefined, ADDRESS)).toBeNull();
  });

  it('leaves wrong flags to the plan, which knows what is wrong with the surge too', () =>
    expect(refusal('smoke', { seed: 'x' })).toBeNull());

  it('does not ask for a surge beside an address that cannot be read', () => {
    const message = refusal(undefined, { ...ADDRESS, url: '127.0.0.1:9101/' })?.[1];
    expect(message).toContain('--url: must be an address with http:// or https://, got 127.0.0.1:9101/');
    expect(message).not.toContain('surge: must be given');
  });
});
