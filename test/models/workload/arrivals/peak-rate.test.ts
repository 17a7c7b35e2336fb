import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { peakRate } from '../../../../models/workload/arrivals/peak-rate.ts';
import { anyCurve, cornersOf } from '../curves/curve-arbitrary.ts';

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

  // Expected: half-life and rate as given; the rush begins 0.7 + 0.1 s into the run, a time that doubles round down.
  it('sees a jump where the lengths before it are rounded', () => {
    const rush = { shape: 'step-decay', at: 0.1, peak: 60_000, hold: 0, halfLife: 1e-6 } as const;
    const of = [
      { seconds: 0.7, curve: { shape: 'constant', rate: 1 } },
      { seconds: 600, curve: rush },
    ] as const;
    expect(peakRate({ shape: 'sequence', of }, 600)).toBe(60_000);
  });

  // 1/s but for a spike of 60,000/s that is a millisecond wide, off every grid.
  it.each([
    [{ shape: 'piecewise', points: [[0, 1], [900.0003, 1], [900.0008, 60_000], [900.0013, 1]] }], // biome-ignore format: a table
    [{ shape: 'sum', of: [{ shape: 'piecewise', points: [[0, 0], [900.0003, 0], [900.0008, 59_999], [900.0013, 0]] }, { shape: 'constant', rate: 1 }] }], // biome-ignore format: a table
    [{ shape: 'scaled', by: 2, curve: { shape: 'piecewise', points: [[0, 1], [900.0003, 1], [900.0008, 30_000], [900.0013, 1]] } }], // biome-ignore format: a table
  ] as const)('sees a spike between any two points that one would look at: %j', (spec) => {
    expect(peakRate(spec, 1_800)).toBeCloseTo(60_000, 6);
  });

  // The first part of the day falls from 100 where the second rises to 100: never more than 100 at once.
  it('does not add rates that meet at one instant only', () => {
    const until = (seconds: number) => ({ shape: 'sequence', of: [{ seconds, curve: { shape: 'constant', rate: 100 } }, { seconds: 1, curve: { shape: 'constant', rate: 0 } }] }) as const; // biome-ignore format: short
    const from = { shape: 'step-decay', at: 0.3, peak: 100, hold: 100, halfLife: 1 } as const;
    expect(peakRate({ shape: 'sum', of: [until(0.3), from] }, 50)).toBe(100);
    const nested = { shape: 'sequence', of: [{ seconds: 0.1, curve: { shape: 'constant', rate: 100 } }, { seconds: 50, curve: until(0.2) }] } as const; // biome-ignore format: short
    expect(peakRate({ shape: 'sum', of: [nested, from] }, 50)).toBe(100);
  });

  // A wave of 10·(1 + 0.5·cos) and a constant 5: 20 at the top.
  it('is exact for a wave over a constant, and a safe bound for a wave against a slope', () => {
    const wave = { shape: 'diurnal', mean: 10, amplitude: 0.5, period: 100, peakAt: 30 } as const;
    expect(peakRate({ shape: 'sum', of: [wave, { shape: 'constant', rate: 5 }] }, 100)).toBe(20);
    const slope = { shape: 'ramp', from: 20, to: 0, start: 0, end: 100 } as const;
    const spec = { shape: 'sum', of: [wave, slope] } as const;
    const { rateAt } = arrivalCurve(spec);
    const seen = Array.from({ length: 200_001 }, (_, i) => rateAt((i * 100) / 200_000)).reduce((most, rate) => Math.max(most, rate), 0);
    expect(peakRate(spec, 100)).toBeGreaterThanOrEqual(seen);
    expect(peakRate(spec, 100)).toBeLessThan(seen * (1 + 1e-5));
  });

  it('takes the top of a wave that is too fast for corners', () => {
    const wave = { shape: 'diurnal', mean: 10, amplitude: 1, period: 1e-3, peakAt: 0.0004 } as const;
    expect(peakRate(wave, 3_600)).toBe(20);
  });

  it('lets the last part of a sequence go on, and knows that after the last nobody comes', () => {
    const growing = { shape: 'ramp', from: 0, to: 100, start: 0, end: 100 } as const;
    expect(peakRate({ shape: 'sequence', of: [{ seconds: 10, curve: growing }] }, 50)).toBe(50);
    expect(peakRate({ shape: 'sequence', of: [] }, 50)).toBe(0);
    expect(peakRate(growing, 0)).toBe(0);
  });

  it('is at least the rate at any time', () => {
    const time = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyCurve, fc.double({ min: 0.1, max: 1_500, noNaN: true }), time, (spec, until, part) => {
        const rate = arrivalCurve(spec).rateAt(part * until);
        expect(peakRate(spec, until)).toBeGreaterThanOrEqual(rate * (1 - 1e-9));
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('is no higher than what is seen at the corners and between them', () => {
    const near = 1e-9;
    fc.assert(
      fc.property(anyCurve, fc.double({ min: 0.1, max: 1_500, noNaN: true }), (spec, until) => {
        const { rateAt } = arrivalCurve(spec);
        const corners = cornersOf(spec).flatMap((time) => [time * (1 - near), time, time * (1 + near)]);
        const times = [...corners, until * (1 - near), ...Array.from({ length: 2_000 }, (_, i) => (i * until) / 2_000)];
        const seen = times.filter((time) => time < until).reduce((most, time) => Math.max(most, rateAt(time)), 0);
        expect(peakRate(spec, until)).toBeLessThanOrEqual(seen * (1 + 1e-3) + 1e-6);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
