import { describe, expect, it } from 'vitest';
import { erfc } from '../../../models/distributions/erfc.ts';
import { normalDensity, normalQuantileOfTail, normalTail } from '../../../models/distributions/normal.ts';
import { poissonTail } from '../../../models/distributions/poisson-tail.ts';
import { studentQuantileOfTail, studentTail } from '../../../models/distributions/student.ts';

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

describe('normal', () => {
  // Tables: 1.959964 leaves .025, 2.326348 leaves .01.
  it('has the usual quantiles, on both sides', () => {
    expect(normalQuantileOfTail(0.025)).toBeCloseTo(1.959964, 6);
    expect(normalQuantileOfTail(0.99)).toBeCloseTo(-2.326348, 6);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(normalDensity(1)).toBeCloseTo(0.24197072451914337, 15);
  });
});

describe('student', () => {
  // R: qt(.975, 4), qt(.975, 1), qt(.95, 19), pt(2, 7, lower.tail = FALSE).
  it('has the quantiles of R', () => {
    expect(studentQuantileOfTail(0.025, 4)).toBeCloseTo(2.776445105, 8);
    expect(studentQuantileOfTail(0.025, 1)).toBeCloseTo(12.7062047, 6);
    expect(studentQuantileOfTail(0.05, 19)).toBeCloseTo(1.729132812, 8);
    expect(studentTail(2, 7)).toBeCloseTo(0.04280966, 7);
  });
  it('tends to the normal', () => expect(studentQuantileOfTail(0.025, 100_001)).toBeCloseTo(1.959964, 4));
});

describe('poissonTail', () => {
  it('agrees with a plain sum below and above the change of formula', () => {
    for (const [mean, n] of [
      [3, 5],
      [20, 20],
      [20, 21],
      [48, 60],
    ] as const) {
      let [term, until] = [Math.exp(-mean), 0];
      for (let k = 0; k <= n; k++) {
        until += term;
        if (k === n) expect(poissonTail(mean, n).equal / term).toBeCloseTo(1, 11);
        term *= mean / (k + 1);
      }
      expect(poissonTail(mean, n).beyond).toBeCloseTo(1 - until, 12);
    }
  });
});
