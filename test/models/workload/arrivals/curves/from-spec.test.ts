import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalCurve } from '../../../../../models/workload/arrivals/curves/from-spec.ts';
import { anyCurve, cornersOf } from '../../curves/curve-arbitrary.ts';
import { integrate } from '../../curves/quadrature.ts';

const horizon = fc.double({ min: 0, max: 1_500, noNaN: true });

describe('an arrival curve of any shape', () => {
  it('has expected arrivals that are the integral of its rate', () => {
    fc.assert(
      fc.property(anyCurve, horizon, (spec, until) => {
        const curve = arrivalCurve(spec);
        const truth = integrate(curve.rateAt, 0, until, cornersOf(spec));
        // Forty parts of five nodes between neighbouring times leave errors near 1e-13; rounding adds some.
        expect(Math.abs(curve.arrivalsUntil(until) - truth)).toBeLessThanOrEqual(1e-9 * (1 + truth));
      }),
      { numRuns: 400 },
    );
  });

  it('never has a negative rate and never takes arrivals back', () => {
    fc.assert(
      fc.property(anyCurve, horizon, horizon, (spec, a, b) => {
        const curve = arrivalCurve(spec);
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(curve.rateAt(a)).toBeGreaterThanOrEqual(0);
        expect(curve.arrivalsUntil(late)).toBeGreaterThanOrEqual(curve.arrivalsUntil(early) * (1 - 1e-12));
      }),
    );
  });

  it('starts with nobody', () => {
    fc.assert(
      fc.property(anyCurve, (spec) => {
        expect(Math.abs(arrivalCurve(spec).arrivalsUntil(0))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('is linear: a sum adds up and a scaled curve multiplies', () => {
    fc.assert(
      fc.property(anyCurve, anyCurve, fc.double({ min: 0, max: 10, noNaN: true }), horizon, (one, two, by, seconds) => {
        const [first, second] = [arrivalCurve(one), arrivalCurve(two)];
        const both = arrivalCurve({ shape: 'scaled', by, curve: { shape: 'sum', of: [one, two] } });
        expect(both.rateAt(seconds)).toBeCloseTo(by * (first.rateAt(seconds) + second.rateAt(seconds)), 6);
        const expected = by * (first.arrivalsUntil(seconds) + second.arrivalsUntil(seconds));
        expect(Math.abs(both.arrivalsUntil(seconds) - expected)).toBeLessThanOrEqual(1e-9 * (1 + expected));
      }),
    );
  });
});

describe('the curve of a launch', () => {
  it('brings the people that can be counted by hand', () => {
    const background = { shape: 'constant', rate: 6 } as const;
    const doors = { shape: 'step-decay', at: 10, peak: 2_000, hold: 19, halfLife: 2 } as const;
    // 6/s · 170 s + 2,000/s · (19 s + 2 s / ln 2 · (1 − 2^(−141/2))) = 1,020 + 43,770.8.
    expect(arrivalCurve({ shape: 'sum', of: [background, doors] }).arrivalsUntil(170)).toBeCloseTo(44_790.8, 0);
  });
});
