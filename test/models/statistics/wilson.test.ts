import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trialsToShow, wilson } from '../../../models/statistics/wilson.ts';

describe('wilson', () => {
  it('agrees with published values', () => {
    // R: prop.test(8, 10, correct = FALSE)$conf.int and prop.test(1, 100, correct = FALSE)$conf.int
    expect(wilson(8, 10)!.low).toBeCloseTo(0.4901625, 6);
    expect(wilson(8, 10)!.high).toBeCloseTo(0.9433178, 6);
    expect(wilson(1, 100)!.low).toBeCloseTo(0.001767432, 6);
    expect(wilson(1, 100)!.high).toBeCloseTo(0.0544862, 6);
  });

  it('stays inside [0, 1], holds the share and shrinks with more trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const k = Math.floor(part * n);
        const { low, high } = wilson(k, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        const more = wilson(4 * k, 4 * n)!;
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
    expect(wilson(0, 0)).toBeNull();
  });

  it('needs exactly trialsToShow trials to show a share without any success', () => {
    for (const limit of [0.1, 0.005, 0.001]) {
      expect(wilson(0, trialsToShow(limit))!.high).toBeLessThanOrEqual(limit);
      expect(wilson(0, trialsToShow(limit) - 1)!.high).toBeGreaterThan(limit);
    }
    expect(trialsToShow(0)).toBe(Number.POSITIVE_INFINITY);
  });
});
