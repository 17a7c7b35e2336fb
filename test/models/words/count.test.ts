import { describe, expect, it } from 'vitest';
import { plural, sayCount, sayNumber, sayRate } from '../../../models/words/count.ts';

describe('numbers in sentences', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.000123, '0.000123'],
    [0.98765, '0.988'],
    [12, '12'],
    [81.25, '81.3'],
    [99.99, '100'],
    [4_812.4, '4,812'],
    [-1_500, '−1,500'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('say %s as %s', (value, text) => expect(sayNumber(value)).toBe(text));

  it('count in whole numbers with thousands separated', () => {
    expect([999, 1_000, 1_234_567, -3, null].map(sayCount)).toEqual(['999', '1,000', '1,234,567', '−3', '–']);
    expect([plural(1, 'person', 'people'), plural(0, 'person', 'people'), plural(41_300, 'person', 'people')]).toEqual([
      '1 person',
      '0 people',
      '41,300 people',
    ]);
  });

  it('say rates per second', () => expect([2_015.2, 0.5, null].map(sayRate)).toEqual(['2,015/s', '0.5/s', '–']));
});
