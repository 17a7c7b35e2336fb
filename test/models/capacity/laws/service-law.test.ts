import { describe, expect, it } from 'vitest';
import { lognormalService, scaledService } from '../../../../models/capacity/laws/service-law.ts';

describe('service laws', () => {
  it('keep mean and variability of a lognormal within 2 %', () => {
    const law = scaledService(lognormalService(2, 0.5), 2);
    expect(law.mean).toBeCloseTo(4, 9);
    expect(law.cs2).toBeGreaterThan(0.48);
    expect(law.cs2).toBeLessThan(0.52);
    expect(law.tail(4) + law.delayed(4, 0)).toBeCloseTo(1, 1);
  });
});
