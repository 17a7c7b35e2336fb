import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau } from '../../../models/statistics/kendall-tau.ts';

/** The definition, pair by pair. */
function slowTau(first: readonly number[], second: readonly number[]): number | null {
  let concordant = 0;
  let discordant = 0;
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < i; j++) {
      const sign = Math.sign(first[i]! - first[j]!) * Math.sign(second[i]! - second[j]!);
      if (sign > 0) concordant++;
      if (sign < 0) discordant++;
    }
  }
  return concordant + discordant === 0 ? null : (concordant - discordant) / (concordant + discordant);
}

// Few different values, so that ties are the rule.
const values = fc.integer({ min: 0, max: 6 });

describe('kendallTau', () => {
  it('equals the definition, ties included', () => {
    const pairs = fc.array(fc.tuple(values, values), { maxLength: 60 });
    fc.assert(
      fc.property(pairs, (list) => {
        const first = list.map(([a]) => a);
        const second = list.map(([, b]) => b);
        const expected = slowTau(first, second);
        if (expected === null) expect(kendallTau(first, second)).toBeNull();
        else expect(kendallTau(first, second)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('is 1 for the same order, −1 for the reverse, and forgives groups let in together', () => {
    const order = Array.from({ length: 1_000 }, (_, i) => i);
    expect(kendallTau(order, order)).toBe(1);
    expect(kendallTau(order, [...order].reverse())).toBe(-1);
    expect(
      kendallTau(
        order,
        order.map((i) => Math.floor(i / 50)),
      ),
    ).toBe(1);
  });

  it('counts the pairs of a long line exactly', () => {
    // 200,000 people, the first let in last: 199,999 of n(n − 1)/2 pairs are in the wrong order.
    const n = 200_000;
    const order = Float64Array.from({ length: n }, (_, i) => i);
    const admitted = Float64Array.from({ length: n }, (_, i) => (i === 0 ? n : i));
    expect(kendallTau(order, admitted)).toBe(1 - (2 * (n - 1)) / ((n * (n - 1)) / 2));
  });
});
