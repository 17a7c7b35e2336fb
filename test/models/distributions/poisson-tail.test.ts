import { describe, expect, it } from 'vitest';
import { poissonTail } from '../../../models/distributions/poisson-tail.ts';

describe('poissonTail', () => {
  it('agrees with a plain sum below and above the change of formula', () => {
    for (const [mean, n] of [
      [3, 5],
      [20, 20],
      [20, 21],
      [48, 60],
    ] as const) {
      let [term, until] = [Math.exp(-mean), 0];
      for (let k = 0; k <= n; k++) {
        until += term;
        if (k === n) expect(poissonTail(mean, n).equal / term).toBeCloseTo(1, 11);
        term *= mean / (k + 1);
      }
      expect(poissonTail(mean, n).beyond).toBeCloseTo(1 - until, 12);
    }
  });
});
