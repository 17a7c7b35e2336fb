import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signPass, verifyPass } from '../../../../reference-service/shared/access/pass.ts';

fc.configureGlobal({ seed: 1 });

const claims = fc.record({
  lane: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  ticket: fc.integer({ min: 1, max: 2 ** 31 }),
  expiresAt: fc.integer({ min: 1, max: 4e12 }),
});

describe('a pass', () => {
  it('says what was signed until the millisecond before it expires, and is refused from then on', () => {
    fc.assert(
      fc.property(claims, (given) => {
        const pass = signPass(given, 'secret');
        expect(verifyPass(pass, 'secret', given.expiresAt - 1)).toEqual({ state: 'valid', claims: given });
        expect(verifyPass(pass, 'secret', given.expiresAt)).toEqual({ state: 'expired', claims: given });
      }),
    );
  });

  it('needs no escaping in a header or an address', () => {
    fc.assert(
      fc.property(claims, (given) => {
        expect(signPass(given, 'secret')).toMatch(/^[\w.-]+$/);
      }),
    );
  });

  it('is refused when one character of it is changed', () => {
    const pass = signPass({ lane: 'payment', ticket: 7, expiresAt: 2_000 }, 'secret');
    for (let i = 0; i < pass.length - 1; i += 1) {
      const changed = `${pass.slice(0, i)}${pass[i] === 'a' ? 'b' : 'a'}${pass.slice(i + 1)}`;
      expect(verifyPass(changed, 'secret', 1_000)).toEqual({ state: 'forged' });
    }
  });

  it('is refused when another secret signed it', () => {
    const pass = signPass({ lane: 'payment', ticket: 7, expiresAt: 2_000 }, 'another');
    expect(verifyPass(pass, 'secret', 1_000)).toEqual({ state: 'forged' });
  });

  it('is refused without an exception, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifyPass(text, 'secret', 0).state).toBe('forged');
      }),
    );
    expect(verifyPass(`a.1.1.${'é'.repeat(43)}`, 'secret', 0).state).toBe('forged');
  });
});
