import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mva } from '../../../models/network/mva.ts';
import { mvaBounds } from '../../../models/network/mva-bounds.ts';

const single = (demands: readonly number[]) => demands.map((demand) => ({ demand }));

describe('mvaBounds', () => {
  // Casale, Muntz and Serazzi 2008, tables IV and V, both bounds.
  it.each([
    [0, 2, 4.304, 4.3174],
    [0, 5, 6.6859, 6.7524],
    [0, 10, 8.1521, 8.269],
    [0, 20, 9.0947, 9.2431],
    [0, 80, 9.8233, 9.8765],
    // The paper has 1.5195, above the asymptote 2/(1 + .37).
    [1, 2, 1.4319, 1.4599],
    [1, 5, 3.3432, 3.5582],
    [1, 10, 5.7569, 6.141],
    [1, 20, 8.0856, 8.6467],
    [1, 80, 9.7147, 9.8594],
  ])('has the geometric bounds of the paper for think %f and %i users', (think, population, low, high) => {
    const [least, most] = mvaBounds({ stations: single([0.1, 0.1, 0.09, 0.08]), think, population }).geometric;
    expect(least).toBeCloseTo(low, 4);
    expect(most).toBeCloseTo(high, 4);
  });

  it('holds the exact throughput, of many servers too', () => {
    const station = fc.record({ demand: fc.double({ min: 0.01, max: 5, noNaN: true }), servers: fc.integer({ min: 1, max: 6 }) });
    const network = fc.record({
      stations: fc.array(station, { minLength: 1, maxLength: 4 }),
      think: fc.double({ min: 0, max: 20, noNaN: true }),
      population: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(network, (given) => {
        const { throughput } = mva(given);
        const { aba, geometric } = mvaBounds(given);
        for (const [low, high] of [aba, geometric]) {
          expect(throughput).toBeGreaterThanOrEqual(low * (1 - 1e-9));
          expect(throughput).toBeLessThanOrEqual(high * (1 + 1e-9));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is exact when every station has a server for everybody', () =>
    expect(mvaBounds({ stations: [{ demand: 2, servers: 5 }], think: 3, population: 4 })).toEqual({
      aba: [0.8, 0.8],
      geometric: [0.8, 0.8],
      responseLow: 2,
    }));
});
