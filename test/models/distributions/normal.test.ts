import { describe, expect, it } from 'vitest';
import { normalDensity, normalQuantileOfTail, normalTail } from '../../../models/distributions/normal.ts';

describe('normal', () => {
  // Tables: 1.959964 leaves .025, 2.326348 leaves .01.
  it('has the usual quantiles, on both sides', () => {
    expect(normalQuantileOfTail(0.025)).toBeCloseTo(1.959964, 6);
    expect(normalQuantileOfTail(0.99)).toBeCloseTo(-2.326348, 6);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(normalDensity(1)).toBeCloseTo(0.24197072451914337, 15);
  });
});
