import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../../models/queueing/erlang/erlang-b.ts';
import { erlangC } from '../../../../models/queueing/erlang/erlang-c.ts';
import { readReference } from '../../../reference/read-reference.ts';
import { expectRefusal } from '../../refused.ts';

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

const stable = fc.record({ servers: fc.integer({ min: 1, max: 400 }), share: fc.double({ min: 0.01, max: 0.999, noNaN: true }) });

describe('erlangC', () => {
  it('agrees with 40-digit arithmetic to 1e-12, up to a million servers', () => {
    for (const [servers, load, , c] of readReference<[number, number, number, number]>('erlang-c')) {
      expect(relative(erlangC(servers, load), c)).toBeLessThan(1e-12);
    }
  });

  it.each([
    // pyworkforce: 100 calls in 30 min, 3 min each.
    [14, 10, 0.174],
    [15, 10, 0.102],
    // mpmath; the value .261 in a public Go test is wrong.
    [25, 20, 0.2091],
    // LINE: (1 - rho)√c = 0.5 with 100 servers.
    [100, 95, 0.5065],
  ])('is right for %i servers and %f erlang', (servers, load, expected) => expect(erlangC(servers, load)).toBeCloseTo(expected, 3));

  it('tends to Halfin–Whitt: .50461 for 10^5 servers with (1 - rho)√c = .5 (LINE)', () =>
    expect(erlangC(1e5, 1e5 - 0.5 * Math.sqrt(1e5))).toBeCloseTo(0.50461, 5));

  it('lies between B and 1, falls with servers and rises with load', () => {
    fc.assert(
      fc.property(stable, ({ servers, share }) => {
        const load = share * servers;
        const delay = erlangC(servers, load);
        expect(delay).toBeGreaterThanOrEqual(erlangB(servers, load));
        expect(delay).toBeLessThanOrEqual(1);
        expect(erlangC(servers + 1, load)).toBeLessThanOrEqual(delay);
        expect(erlangC(servers, load * 0.99)).toBeLessThanOrEqual(delay);
      }),
    );
  });

  it('refuses a load the servers cannot carry', () => expectRefusal(() => erlangC(10, 10), 'unstable', /give at least 11 servers/));
});
