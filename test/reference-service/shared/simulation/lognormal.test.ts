import { expect, it } from 'vitest';
import { lognormalMean } from '../../../../reference-service/shared/simulation/lognormal.ts';

it('has the mean that the closed form gives for a median of 100 and a 99th percentile of 500', () => {
  // sigma = ln 5 / 2.326348 = 0.69183; 100 · exp(0.69183² / 2) = 127.03 (worked out by hand)
  expect(lognormalMean({ p50: 100, p99: 500 })).toBeCloseTo(127.03, 1);
});
