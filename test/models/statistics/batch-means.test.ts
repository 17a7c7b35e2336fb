import { describe, expect, it } from 'vitest';
import { batchMeans } from '../../../models/statistics/batch-means.ts';
import { expectRefusal } from '../refused.ts';

describe('batchMeans', () => {
  it('has the standard error of its batches', () => {
    // Batch means 2 and 3: deviation .5 each, √(.5/2).
    expect(batchMeans([1, 3, 2, 4], 2)).toEqual({ mean: 2.5, standardError: 0.5, batches: 2 });
  });
  it('refuses fewer values than batches', () =>
    expectRefusal(() => batchMeans([1], 2), 'out-of-range', /at least 2 \(one a batch\), got 1/));
});
