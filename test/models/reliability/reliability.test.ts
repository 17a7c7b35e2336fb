import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fanOut } from '../../../models/reliability/fan-out.ts';
import { kOfN } from '../../../models/reliability/k-of-n.ts';
import { leafPercentile } from '../../../models/reliability/leaf-percentile.ts';
import { zoneServers } from '../../../models/reliability/zone-servers.ts';
import { expectRefusal } from '../refused.ts';

describe('kOfN', () => {
  // Reference note, section 2.12.
  it.each([
    [10, 0.904],
    [11, 0.9948],
    [12, 0.99979],
  ])('is right for 10 needed of %i at .99', (total, probability) =>
    expect(kOfN({ needed: 10, total, availability: 0.99 })).toBeCloseTo(probability, 3),
  );

  it('agrees with the sum of binomial terms, an independent derivation', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (total, wanted, availability) => {
          const needed = Math.min(wanted, total);
          let sum = 0;
          for (let k = needed; k <= total; k++) sum += choose(total, k) * availability ** k * (1 - availability) ** (total - k);
          expect(kOfN({ needed, total, availability })).toBeCloseTo(sum, 11);
        },
      ),
    );
  });

  it('knows certainty and holds for a million servers', () => {
    expect(kOfN({ needed: 3, total: 3, availability: 1 })).toBe(1);
    expect(kOfN({ needed: 1, total: 3, availability: 0 })).toBe(0);
    expect(kOfN({ needed: 0, total: 3, availability: 0 })).toBe(1);
    expect(kOfN({ needed: 500_000, total: 1_000_000, availability: 0.5 })).toBeCloseTo(0.5004, 4);
  });

  it('refuses more than there are', () =>
    expectRefusal(() => kOfN({ needed: 4, total: 3, availability: 0.9 }), 'out-of-range', /^needed: must be at most the total \(3\)/));
});

describe('zoneServers', () => {
  it('is 60, not 41, for 40 over three zones', () => expect(zoneServers({ needed: 40, zones: 3 })).toBe(60));
  it('leaves enough when a zone fails, and one a zone fewer would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 9 }), (needed, zones) => {
        const each = zoneServers({ needed, zones }) / zones;
        expect(each * (zones - 1)).toBeGreaterThanOrEqual(needed);
        expect((each - 1) * (zones - 1)).toBeLessThan(needed);
      }),
    );
  });
  it('refuses one zone, which cannot fail and leave any', () =>
    expectRefusal(() => zoneServers({ needed: 1, zones: 1 }), 'out-of-range', /^zones/));
});

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
