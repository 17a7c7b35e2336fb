import { describe, expect, it } from 'vitest';
import { predictiveFactor } from '../../../../models/demand/forecast/predictive-factor.ts';

describe('predictiveFactor', () => {
  it("is wider for a short past: Student's t with 2 and 10 degrees of freedom is 4.3027 and 2.2281 at 97.5 %, the normal 1.95996", () => {
    expect(predictiveFactor(1e4, 5)).toBeCloseTo(1, 3);
    expect(predictiveFactor(4, 5) / Math.sqrt(1.25)).toBeCloseTo(4.30265 / 1.95996, 4);
    expect(predictiveFactor(15, 5) / Math.sqrt(1 + 1 / 15)).toBeCloseTo(2.22814 / 1.95996, 4);
  });

  it('stays finite without any window', () => expect(predictiveFactor(0, 5)).toBeCloseTo((4.30265 / 1.95996) * Math.SQRT2, 4));
});
