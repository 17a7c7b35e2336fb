import { describe, expect, it } from 'vitest';
import { halfinWhitt, halfinWhittBeta, halfinWhittDelay } from '../../../../models/queueing/erlang/halfin-whitt.ts';
import { expectRefusal } from '../../refused.ts';

describe('halfinWhitt', () => {
  // Roots computed with mpmath at 30 digits.
  it.each([
    [0.5, 0.506054],
    [0.2, 1.061516],
    [0.1, 1.420187],
    [0.05, 1.739836],
    [0.01, 2.374888],
  ])('has delay %f at beta %f', (delayProbability, beta) => {
    expect(halfinWhittBeta(delayProbability)).toBeCloseTo(beta, 6);
    expect(halfinWhittDelay(beta)).toBeCloseTo(delayProbability, 6);
  });

  it('answers in the direction it is asked, and only in one', () => {
    expect(halfinWhitt({ beta: 1.420187 }).delayProbability).toBeCloseTo(0.1, 6);
    expect(halfinWhitt({ delayProbability: 0.1 }).beta).toBeCloseTo(1.420187, 6);
    expectRefusal(() => halfinWhitt({}), 'missing-argument', /exactly one must be given, got neither/);
    expectRefusal(() => halfinWhitt({ beta: 1, delayProbability: 0.1 }), 'missing-argument', /got both/);
  });

  it('is zero beyond the range of the density, never NaN', () => expect(halfinWhittDelay(50)).toBe(0));
});
