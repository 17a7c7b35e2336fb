import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../../models/queueing/erlang/erlang-b.ts';
import { readReference } from '../../../reference/read-reference.ts';
import { expectRefusal } from '../../refused.ts';

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

const stable = fc.record({ servers: fc.integer({ min: 1, max: 400 }), share: fc.double({ min: 0.01, max: 0.999, noNaN: true }) });

describe('erlangB', () => {
  it.each([
    // Public Python tests on GitHub, confirmed with mpmath.
    [10, 20, 0.5379631686320729],
    [190, 200, 0.08869684386923561],
    [200, 5, 5.3167e-238],
  ])('is right for %i servers and %f erlang', (servers, load, expected) =>
    expect(relative(erlangB(servers, load), expected)).toBeLessThan(1e-5),
  );

  it('agrees with 40-digit arithmetic to 1e-12', () => {
    for (const [servers, load, b] of readReference<[number, number, number, number]>('erlang-c')) {
      if (b > 1e-300) expect(relative(erlangB(servers, load), b)).toBeLessThan(1e-12);
    }
  });

  it('needs 17 servers for 10 erlang and 2 % (pyworkforce)', () => {
    expect(erlangB(17, 10)).toBeLessThanOrEqual(0.02);
    expect(erlangB(16, 10)).toBeGreaterThan(0.02);
  });

  it('is zero where it is below the smallest number, the correct limit', () => expect(erlangB(2000, 1)).toBe(0));

  it('agrees with the plain recursion from zero servers, an independent derivation', () => {
    fc.assert(
      fc.property(stable, ({ servers, share }) => {
        const load = 2 * share * servers;
        let b = 1;
        for (let k = 1; k <= servers; k++) b = (load * b) / (k + load * b);
        if (b > 1e-290) expect(relative(erlangB(servers, load), b)).toBeLessThan(1e-11);
      }),
    );
  });

  it.each([0, -1, 2.5, Number.NaN, 1e13])('refuses %f servers', (servers) =>
    expectRefusal(() => erlangB(servers, 1), 'out-of-range', /^servers: must be a whole number/),
  );
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a load of %f', (load) =>
    expectRefusal(() => erlangB(1, load), 'out-of-range', /^load: must be a number above 0, got/),
  );
});
