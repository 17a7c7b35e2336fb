import { describe, expect, it } from 'vitest';
import { convolve } from '../../../models/network/log-convolution.ts';

describe('convolve', () => {
  it('leaves zeros zero', () => {
    const nothing = Float64Array.of(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY);
    expect(Array.from(convolve(nothing, Float64Array.of(0, 0)))).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });
});
