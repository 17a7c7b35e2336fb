import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { peakRate } from '../../../../models/workload/arrivals/peak-rate.ts';
import { anyCurve } from '../curves/curve-arbitrary.ts';

describe('peakRate', () => {
  it('finds a rush of a second in the middle of a day', () => {
    const rush = { shape: 'step-decay', at: 0, peak: 500, hold: 1, halfLife: 0.1 } as const;
    const quiet = { shape: 'constant', rate: 1 } as const;
    const of = [
      { seconds: 50_000.3, curve: quiet },
      { seconds: 2, curve: rush },
      { seconds: 36_000, curve: quiet },
    ];
    expect(peakRate({ shape: 'sequence', of }, 86_002.3)).toBe(500);
  });

  it.each([
    [{ shape: 'constant', rate: 3 }, 3],
    [{ shape: 'ramp', from: 1, to: 5, start: 0, end: 10 }, 5],
    [{ shape: 'deadline', from: 1, to: 7, start: 0, deadline: 9 }, 7],
    [{ shape: 'diurnal', mean: 2, amplitude: 0.5, period: 7, peakAt: 1.234 }, 3],
    [{ shape: 'piecewise', points: [[0, 1], [3.3333, 9], [3.4, 1]] }, 9], // biome-ignore format: a table
  ] as const)('is exact for %j', (spec, highest) => {
    expect(peakRate(spec, 10)).toBeCloseTo(highest, 9);
  });

  it('ends with the time given', () => {
    expect(peakRate({ shape: 'ramp', from: 0, to: 10, start: 0, end: 10 }, 5)).toBeCloseTo(5, 9);
    // A part of a sequence begins exactly where the time ends: nobody of it comes.
    expect(peakRate({ shape: 'sequence', of: [{ seconds: 5, curve: { shape: 'constant', rate: 2 } }, { seconds: 5, curve: { shape: 'constant', rate: 1 } }] }, 5)).toBe(2); // biome-ignore format: short
  });

  it('is at least the rate at any time', () => {
    fc.assert(
      fc.property(
        anyCurve,
        fc.double({ min: 0.1, max: 1_500, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (spec, until, part) => {
          const rate = arrivalCurve(spec).rateAt(part * until);
          // Sums of parts that rise and fall may be a little higher between the points of the grid.
          expect(peakRate(spec, until)).toBeGreaterThanOrEqual(rate * (spec.shape === 'sum' ? 0.97 : 1 - 1e-9));
        },
      ),
      { seed: 9, numRuns: 200 },
    );
  });
});
