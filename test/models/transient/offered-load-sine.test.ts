import { describe, expect, it } from 'vitest';
import { offeredLoadSine } from '../../../models/transient/offered-load-sine.ts';
import { expectRefusal } from '../refused.ts';

const sine = { mean: 30, amplitude: 20, frequency: 0.7, serviceRate: 0.5 };

describe('offeredLoadSine', () => {
  it('solves m’ = lambda(t) - mu m, checked by a central difference', () => {
    for (const at of [0, 1.3, 5, 40]) {
      const m = (t: number) => offeredLoadSine({ ...sine, at: t });
      const slope = (m(at + 1e-5) - m(at - 1e-5)) / 2e-5;
      expect(slope).toBeCloseTo(30 + 20 * Math.sin(0.7 * at) - 0.5 * m(at), 5);
    }
  });

  it('peaks atan(gamma/mu)/gamma after the arrivals (Eick, Massey and Whitt)', () => {
    const peak = (Math.PI / 2 + Math.atan(0.7 / 0.5)) / 0.7;
    const at = (t: number) => offeredLoadSine({ ...sine, at: t });
    expect(at(peak)).toBeGreaterThan(at(peak - 0.01));
    expect(at(peak)).toBeGreaterThan(at(peak + 0.01));
  });

  it('refuses negative arrivals', () =>
    expectRefusal(() => offeredLoadSine({ ...sine, amplitude: 31, at: 0 }), 'out-of-range', /^amplitude: must be at most the mean \(30\)/));
});
