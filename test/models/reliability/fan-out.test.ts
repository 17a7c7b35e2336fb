import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fanOut } from '../../../models/reliability/fan-out.ts';
import { leafPercentile } from '../../../models/reliability/leaf-percentile.ts';

describe('fan-out', () => {
  it('makes 1 % slow calls 63.4 % slow pages of 100 calls (Dean and Barroso)', () =>
    expect(fanOut({ calls: 100, probability: 0.01 })).toBeCloseTo(0.634, 3));
  it('leaves .1 % to each of 10 leaves and .01 % to each of 100 for p99', () => {
    expect(leafPercentile({ calls: 10, percentile: 99 })).toBeCloseTo(0.001, 5);
    expect(leafPercentile({ calls: 100, percentile: 99 })).toBeCloseTo(0.0001, 6);
  });
  it('is undone by the leaf’s share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 50, max: 99.99, noNaN: true }), (calls, percentile) => {
        expect(fanOut({ calls, probability: leafPercentile({ calls, percentile }) })).toBeCloseTo(1 - percentile / 100, 12);
      }),
    );
  });
});
