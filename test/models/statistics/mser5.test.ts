import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { mser5 } from '../../../models/statistics/mser5.ts';
import { expectRefusal } from '../refused.ts';

/** The definition, term by term. */
function slowMser(values: readonly number[]) {
  const z = Array.from(
    { length: Math.floor(values.length / 5) },
    (_, j) => values.slice(5 * j, 5 * j + 5).reduce((sum, value) => sum + value, 0) / 5,
  );
  let best = { truncatedBatches: 0, objective: Number.POSITIVE_INFINITY };
  for (let d = 0; d <= z.length / 2; d++) {
    const kept = z.slice(d);
    const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
    const objective = kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kept.length ** 2;
    if (objective < best.objective) best = { truncatedBatches: d, objective };
  }
  return best;
}

describe('mser5', () => {
  it('agrees with its definition on a noisy warm-up', () => {
    const random = randomStream(1, 0);
    const values = Array.from({ length: 503 }, (_, i) => 10 - 8 * Math.exp(-i / 40) + random());
    const [fast, slow] = [mser5(values), slowMser(values)];
    expect(fast.truncatedBatches).toBe(slow.truncatedBatches);
    expect(fast.objective).toBeCloseTo(slow.objective, 12);
    expect(fast.mean).toBeCloseTo(10.5, 1);
    expect(fast.truncatedBatches).toBeGreaterThan(10);
  });

  it('cuts exactly the batch that differs, and of equal minima takes the first', () => {
    expect(mser5([...Array(5).fill(9), ...Array(20).fill(1)])).toEqual({ truncatedBatches: 1, mean: 1, objective: 0 });
    expect(mser5(Array(40).fill(3)).truncatedBatches).toBe(0);
  });

  it('cuts half of a series that never settles', () => {
    const trend = mser5(Array.from({ length: 100 }, (_, i) => (100 - i) ** 3));
    expect(trend.truncatedBatches).toBe(10);
  });

  it('refuses fewer than four batches', () =>
    expectRefusal(() => mser5(Array(19).fill(1)), 'out-of-range', /^values: must be at least 20.*got 19/));
});
