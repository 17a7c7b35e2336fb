import { describe, expect, it } from 'vitest';
import { uslPeakLoad } from '../../../models/scalability/usl.ts';

describe('usl', () => {
  it('peaks at 316.07 for contention .001 and coherency 1e-5 (R usl), and at one when contention is whole', () => {
    expect(uslPeakLoad({ contention: 0.001, coherency: 1e-5, scale: 1 })).toBeCloseTo(316.0696, 4);
    expect(uslPeakLoad({ contention: 1, coherency: 1e-5, scale: 1 })).toBe(1);
  });
});
