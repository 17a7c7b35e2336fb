import { describe, expect, it } from 'vitest';
import { atLeastAsSlow } from '../../../models/measurement/at-least-as-slow.ts';
import { countPacked, quantilePacked, sumPacked } from '../../../models/measurement/packed-cells.ts';
import { bucketOf } from '../../../models/workload/log/histogram.ts';

const times = (...ms: number[]): Uint32Array => {
  const buckets = new Map<number, number>();
  for (const bucket of ms.map(bucketOf).sort((a, b) => a - b)) buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  return Uint32Array.from([...buckets].flat());
};
const all = (seconds: ReadonlyMap<number, Uint32Array>): Uint32Array => sumPacked(seconds.values());

describe('unfinished requests', () => {
  const answered = new Map([
    [1, times(100, 200)],
    [3, times(300, 400)],
  ]);

  it('count from the quantile on, and never below it', () => {
    // The median of 100, 200, 300, 400 is 200: of the two unfinished ones 250 is beyond it, 50 is not.
    const seconds = atLeastAsSlow(answered, new Map([[2, times(50, 250)]]), 0.5);
    expect([...seconds.keys()]).toEqual([1, 2, 3]);
    expect(countPacked(all(seconds))).toBe(5);
    expect(quantilePacked(all(seconds), 0.5)).toBe(quantilePacked(times(250), 0.5));
  });

  it('leave a quantile as it is where none is as slow', () => {
    expect([...atLeastAsSlow(answered, new Map([[3, times(10)]]), 0.95)]).toEqual([...answered]);
    expect(atLeastAsSlow(answered, new Map(), 0.95)).toBe(answered);
  });

  it('are all there is when nothing was answered', () => {
    expect(countPacked(all(atLeastAsSlow(new Map(), new Map([[9, times(5_000, 6_000)]]), 0.99)))).toBe(2);
  });

  it('join the second they are in', () => {
    expect(countPacked(atLeastAsSlow(answered, new Map([[3, times(900)]]), 0.99).get(3)!)).toBe(3);
  });
});
