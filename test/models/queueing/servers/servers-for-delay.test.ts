import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../../models/queueing/erlang/erlang-c.ts';
import { serversForDelay } from '../../../../models/queueing/servers/servers-for-delay.ts';
import { randomStream } from '../../../../models/simulation/random-stream.ts';
import { expectRefusal } from '../../refused.ts';

const load = fc.double({ min: 0.1, max: 3000, noNaN: true });

const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });

describe('serversForDelay', () => {
  // LINE tests: at a load of 1000 the square-root rule is exact at .5, .2, .05; 56 spare servers at .05 (exact recursion).
  it.each([
    [0.5, 1017],
    [0.2, 1034],
    [0.05, 1056],
  ])('needs for a delay of %f at 1000 erlang %i servers', (delayProbability, expected) =>
    expect(serversForDelay({ load: 1000, delayProbability })).toBe(expected),
  );

  it('needs three and a half times the spare servers when the load is 10 % uncertain', () => {
    const spare = serversForDelay({ load: 1000, delayProbability: 0.05, loadSd: 0.1 }) - 1000;
    expect(spare / 56).toBeGreaterThan(3.3);
    expect(spare / 56).toBeLessThan(3.7);
  });

  it('agrees with a Monte Carlo over the lognormal load', () => {
    const servers = serversForDelay({ load: 200, delayProbability: 0.1, loadSd: 0.2 });
    const sigma = Math.sqrt(Math.log1p(0.04));
    const random = randomStream(9, 0);
    let delayed = 0;
    const draws = 40_000;
    for (let i = 0; i < draws; i++) {
      const z = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
      const drawn = 200 * Math.exp(sigma * z - (sigma * sigma) / 2);
      delayed += drawn >= servers ? 1 : erlangC(servers, drawn);
    }
    // Standard error about .0015.
    expect(delayed / draws).toBeLessThan(0.106);
    expect(delayed / draws).toBeGreaterThan(0.093);
  });

  it('meets the target, and one fewer does not', () => {
    fc.assert(
      fc.property(load, share, (offered, delayProbability) => {
        const servers = serversForDelay({ load: offered, delayProbability });
        expect(erlangC(servers, offered)).toBeLessThanOrEqual(delayProbability);
        if (servers - 1 > offered) expect(erlangC(servers - 1, offered)).toBeGreaterThan(delayProbability);
      }),
    );
  });

  it('never needs fewer for more load, a tighter target, or more uncertainty', () => {
    fc.assert(
      fc.property(load, share, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (offered, delayProbability, loadSd) => {
        const servers = serversForDelay({ load: offered, delayProbability, loadSd });
        expect(serversForDelay({ load: offered * 1.1, delayProbability, loadSd })).toBeGreaterThanOrEqual(servers);
        expect(serversForDelay({ load: offered, delayProbability: delayProbability / 2, loadSd })).toBeGreaterThanOrEqual(servers);
      }),
      { numRuns: 30 },
    );
  });

  it('tends to the certain answer as the uncertainty goes', () => {
    expect(serversForDelay({ load: 500, delayProbability: 0.1, loadSd: 1e-5 })).toBe(serversForDelay({ load: 500, delayProbability: 0.1 }));
  });

  it('refuses a negative uncertainty', () =>
    expectRefusal(
      () => serversForDelay({ load: 1, delayProbability: 0.1, loadSd: -1 }),
      'out-of-range',
      /^loadSd: must be from 0 to 1, got -1$/,
    ));
});
