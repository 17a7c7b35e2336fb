import { describe, expect, it } from 'vitest';
import { coverage } from '../../../models/demand/metrics/coverage.ts';
import { meanAbsoluteError } from '../../../models/demand/metrics/mean-absolute-error.ts';
import { naiveError } from '../../../models/demand/metrics/naive-error.ts';
import { smape } from '../../../models/demand/metrics/smape.ts';

describe('metrics', () => {
  it('leave out what is not known', () => {
    const gap = [Number.NaN, 2];
    expect(naiveError([1, Number.NaN, 4, 6], 1)).toBe(2);
    expect([meanAbsoluteError([1, 3], gap), smape([1, 2], gap), coverage([1, 2], gap)]).toEqual([1, 0, 1]);
  });

  it('say that nothing is known of nothing', () => {
    const gap = [Number.NaN];
    const values = [naiveError([1], 7), meanAbsoluteError([1], gap), smape([1], gap), coverage([1], gap)];
    expect(values.every(Number.isNaN)).toBe(true);
  });

  it('count two zeros as right in sMAPE', () => expect(smape([0], [0])).toBe(0));
});
