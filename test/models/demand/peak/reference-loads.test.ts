import { describe, expect, it } from 'vitest';
import { referenceLoads } from '../../../../models/demand/peak/reference-loads.ts';

describe('reference loads', () => {
  it('are means of the highest days, unknown days left out', () => {
    const loads = referenceLoads([...Array.from({ length: 100 }, (_, i) => i + 1), Number.NaN]);
    expect(loads).toEqual({ highest: 100, top5: 98, top30: 85.5, p95: 95.05, mean: 50.5 });
  });
  it('of nothing are unknown', () => expect(Number.isNaN(referenceLoads([]).highest)).toBe(true));
});
