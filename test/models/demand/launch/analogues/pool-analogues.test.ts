import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolAnalogues, predicted } from '../../../../../models/demand/launch/analogues/pool-analogues.ts';
import { studentQuantileOfTail } from '../../../../../models/distributions/student.ts';

const own = (...values: number[]) => values.map((value) => ({ value, own: true }));
const LEVELS = [0.8, 0.9, 0.95, 0.99];

describe('quantiles of Student', () => {
  it.each([
    // One-sided tables as printed in any textbook: Fisher and Yates (1963), table III.
    [0.1, 1, 3.0777],
    [0.05, 1, 6.3138],
    [0.01, 1, 31.8205],
    [0.1, 2, 1.8856],
    [0.01, 2, 6.9646],
    [0.05, 4, 2.1318],
    [0.01, 9, 2.8214],
  ])('beyond %s with %s degrees of freedom is %s', (beyond, degrees, table) =>
    expect(studentQuantileOfTail(beyond, degrees)).toBeCloseTo(table, 4),
  );
});

describe('poolAnalogues', () => {
  it('gives two events the width of one degree of freedom: 200·exp(3.0777·s·√1.5), s the deviation of ln 100 and ln 400', () => {
    const pool = poolAnalogues(own(100, 400), 0.5);
    // Two values lie ln 4 apart, so s = ln 4/√2.
    expect(pool.spread).toBeCloseTo(Math.log(4) / Math.SQRT2, 12);
    expect(predicted(pool, 0.5)).toBeCloseTo(200, 8);
    expect(predicted(pool, 0.9)).toBeCloseTo(200 * Math.exp(3.077684 * (Math.log(4) / Math.SQRT2) * Math.sqrt(1.5)), 2);
  });

  it('takes the prior for one event, and never believes that two counts agree better than a tenth', () => {
    expect(poolAnalogues(own(100), 0.7)).toMatchObject({ spread: 0.7, spreadFrom: 'prior', degrees: 1, effective: 1 });
    expect(poolAnalogues(own(100, 101), 0.7)).toMatchObject({ spread: 0.1, spreadFrom: 'floor' });
  });

  it('lets own events lead: all public ones together weigh as much as one', () => {
    const pool = poolAnalogues([...own(100), ...[800, 900, 1000].map((value) => ({ value, own: false }))], 0.5);
    for (const [i, weight] of [1 / 2, 1 / 6, 1 / 6, 1 / 6].entries()) expect(pool.weights[i]).toBeCloseTo(weight, 12);
    const geometric = (800 * 900 * 1000) ** (1 / 3);
    expect(predicted(pool, 0.5)).toBeCloseTo(Math.sqrt(100 * geometric), 6);
    // (1 + 1)² / (1 + 3/9) = 3 events, so two degrees.
    expect(pool).toMatchObject({ degrees: 2, analogues: 4 });
    expect(pool.effective).toBeCloseTo(3, 12);
    const more = poolAnalogues([...own(100, 100, 100), { value: 900, own: false }], 0.5);
    expect(predicted(more, 0.5)).toBeCloseTo(100 * 9 ** 0.25, 6);
  });

  it('is wider with fewer events of the same spread, at every quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 2, noNaN: true }), fc.integer({ min: 2, max: 12 }), (spread, count) => {
        const pool = (n: number) => ({ ...poolAnalogues(own(...Array.from({ length: n }, () => 100)), 1), spread });
        for (const level of LEVELS) expect(predicted(pool(count - 1), level)).toBeGreaterThan(predicted(pool(count), level));
      }),
    );
  });

  it('scales with the events, and does not heed their order', () => {
    const values = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, by) => {
        const one = predicted(poolAnalogues(own(...list), 0.5), 0.9);
        const scaled = predicted(poolAnalogues(own(...list.map((value) => value * by)), 0.5), 0.9);
        const turned = predicted(poolAnalogues(own(...[...list].reverse()), 0.5), 0.9);
        expect(scaled / one / by).toBeCloseTo(1, 6);
        expect(turned / one).toBeCloseTo(1, 6);
      }),
    );
  });
});
