import { describe, expect, it } from 'vitest';
import { fitTail, tailQuantile } from '../../../../../models/demand/peak/tail/generalised-pareto.ts';
import { tailError } from '../../../../../models/demand/peak/tail/tail-error.ts';
import { randomFrom } from '../../../../../models/workload/users/random.ts';

describe('tailError', () => {
  it('covers the truth about 95 times of a hundred: exponential tails of 100 exceedances', () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed, 2);
      const fit = fitTail(
        Float64Array.from({ length: 100 }, () => -Math.log(1 - random())),
        0,
      )!;
      covered += Number(Math.abs(tailQuantile(fit, 0.99) - Math.log(100)) <= 1.96 * tailError(fit, 0.99));
    }
    // Delta intervals of skewed estimates cover somewhat less than they say.
    expect(covered).toBeGreaterThanOrEqual(85);
  });

  it('has no step where the shape passes 0', () => {
    const fit = { threshold: 0, scale: 1, shape: 0, scaleError: 0, shapeError: 0, exceedances: 50, share: 0.1 };
    expect(tailError({ ...fit, shape: 1e-5 }, 0.999)).toBeCloseTo(tailError(fit, 0.999), 4);
  });
});
