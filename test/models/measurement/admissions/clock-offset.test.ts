import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrees, type Claim, clockOffset } from '../../../../models/measurement/admissions/clock-offset.ts';

const claim = fc.record({ since: fc.integer({ min: -50, max: 50 }), gap: fc.integer({ min: 0, max: 40 }) });
const agreeing = (claims: readonly Claim[], offset: number): number =>
  claims.filter(({ since, gap }) => offset >= -since && offset <= gap - since).length;

describe('clockOffset', () => {
  it('agrees with as many admissions as any offset does, and is the nearest of them to 0', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 30 }), (claims) => {
        const offset = clockOffset(claims);
        const all = Array.from({ length: 201 }, (_, i) => i - 100);
        const best = Math.max(...all.map((other) => agreeing(claims, other)));
        expect(agreeing(claims, offset)).toBe(best);
        const nearest = Math.min(...all.filter((other) => agreeing(claims, other) === best).map(Math.abs));
        expect(Math.abs(offset)).toBe(nearest);
      }),
    );
  });

  it('is 0 for a room that tells the truth, however rarely people ask', () => {
    expect(clockOffset([0, 3_000, 19_000].map((since) => ({ since, gap: 20_000 })))).toBe(0);
    expect(clockOffset([])).toBe(0);
  });

  it('finds the clock of another machine', () => {
    // Three seconds ahead: everybody seems to be let in up to 3 s after being told. All three agree from 1.9 s on.
    const claims = [100, 1_000, 1_900].map((wait) => ({ since: wait - 3_000, gap: 2_000 }));
    expect(clockOffset(claims)).toBe(2_900);
    expect(claims.every((one) => agrees(one, 2_900))).toBe(true);
    expect(agrees({ since: 6_000, gap: 2_000 }, 0)).toBe(false);
  });
});
