import { describe, expect, it } from 'vitest';
import { offeredLoadStart } from '../../../models/transient/offered-load-start.ts';

describe('offeredLoadStart', () => {
  it('is 63.2 % of the load after one service time, and lambda t at first', () => {
    expect(offeredLoadStart({ arrivalRate: 10, serviceRate: 0.25, at: 4 })).toBeCloseTo(40 * (1 - Math.exp(-1)), 12);
    expect(offeredLoadStart({ arrivalRate: 10, serviceRate: 1, at: 1e-9 }) / 1e-8).toBeCloseTo(1, 8);
  });
});
