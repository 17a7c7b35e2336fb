import { describe, expect, it } from 'vitest';
import { erfc } from '../../../models/distributions/erfc.ts';

describe('erfc', () => {
  // mpmath 1.3, 50 digits.
  it.each([
    [0.5, 0.4795001221869535],
    [1.9, 0.0072095707647425],
    [2, 0.00467773498104727],
    [2.1, 0.00297946665633298],
    [6, 2.1519736712498913e-17],
    [20, 5.3958656116079e-176],
  ])('is right at %f to 1e-12', (x, expected) => expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-12));

  it('mirrors at zero and is zero far out', () => {
    expect(erfc(-1) + erfc(1)).toBeCloseTo(2, 15);
    expect(erfc(40)).toBe(0);
  });
});
