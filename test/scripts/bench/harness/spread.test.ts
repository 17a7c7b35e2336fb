import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saySpread, spreadOf } from '../../../../scripts/bench/harness/spread.ts';

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1 });

describe('spreadOf', () => {
  it('takes the middle value, whatever the order', () => expect(spreadOf([9, 1, 4])).toEqual({ median: 4, lowest: 1, highest: 9 }));

  it('takes the mean of the middle two: (4 + 6) / 2', () => expect(spreadOf([6, 1, 9, 4]).median).toBe(5));

  it('puts the median between the extremes, and at least half of the values on either side', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { median, lowest, highest } = spreadOf(values);
        expect([lowest, highest]).toEqual([Math.min(...values), Math.max(...values)]);
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });

  it('refuses to summarise nothing', () => expect(() => spreadOf([])).toThrow('must be of at least one value, got none'));
});

describe('saySpread', () => {
  it('leaves the range out when it rounds to the median', () => {
    expect(saySpread(spreadOf([1.01, 1.02, 1.03]), (value) => value.toFixed(1))).toBe('1.0');
  });
});
