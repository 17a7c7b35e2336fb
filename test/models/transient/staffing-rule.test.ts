import { describe, expect, it } from 'vitest';
import { shiftsOf, staffingRule } from '../../../models/transient/staffing-rule.ts';

describe('staffingRule', () => {
  it('never goes below one server, even when arrivals stop', () => {
    const rule = staffingRule({ mean: 1, amplitude: 1, frequency: 1, serviceRate: 1 }, 0.1, 'psa');
    expect(rule(-Math.PI / 2)).toBe(1);
  });
});

describe('shiftsOf', () => {
  it('finds every change, two within one look too', () => {
    const shifts = shiftsOf((t) => (t < 0.50001 ? 1 : t < 0.50002 ? 2 : 4), 1);
    expect(shifts.map(({ servers }) => servers)).toEqual([1, 2, 4]);
    expect(shifts[1]!.from).toBeCloseTo(0.50001, 12);
    expect(shifts.at(-1)!.until).toBe(1);
  });
});
