import { describe, expect, it } from 'vitest';
import { residualTail } from '../../../../../models/demand/peak/tail/residual-tail.ts';
import { randomFrom } from '../../../../../models/workload/users/random.ts';

/** Errors of so many origins a week apart, four weeks each, from a generator. */
const errors = (origins: number, draw: () => number) => ({
  errors: Array.from({ length: origins }, () => Float64Array.from({ length: 28 }, draw)),
  age: Array.from({ length: origins }, (_, i) => 7 * (origins - i)),
  block: 7,
});

const exponentialErrors = (seed: number, scale = 0.1) => {
  const random = randomFrom(seed, 1);
  return (): number => -scale * Math.log(1 - random()) - scale;
};

describe('residualTail', () => {
  it('says what one day in a thousand does: of exponential errors of mean 0.1 about exp(0.1·ln 1000 − 0.1)', () => {
    const tail = residualTail(errors(400, exponentialErrors(3)))!;
    const truth = Math.exp(0.1 * Math.log(1_000) - 0.1);
    expect(tail.low).toBeLessThan(truth);
    expect(tail.high).toBeGreaterThan(truth);
    expect(tail.factor / truth).toBeGreaterThan(0.85);
    expect(tail.factor / truth).toBeLessThan(1.15);
    // A tenth of 2,800 errors, fewer by what lies within two days of another.
    expect(tail.exceedances).toBeGreaterThan(150);
    expect(tail.exceedances).toBeLessThan(280);
  });

  it('refuses fewer than 30 separate errors, and a tail that ends so soon that its error is unknown', () => {
    expect(residualTail(errors(30, exponentialErrors(3)))).toBeNull();
    const random = randomFrom(5, 1);
    expect(residualTail(errors(400, () => Math.min(0.2, random()) - random() / 1e6))).toBeNull();
  });

  it('counts a cluster once: the same error on three days in a row is one', () => {
    const one = exponentialErrors(7);
    let drawn = 0;
    let last = 0;
    const tripled = errors(1_200, () => {
      if (drawn++ % 3 === 0) last = one();
      return last;
    });
    const flat = { ...tripled, errors: tripled.errors.map((row) => row.map((value, i) => value + i / 1e9)) };
    expect(residualTail(flat)!.exceedances).toBeLessThan(0.055 * 1_200 * 7);
  });
});
