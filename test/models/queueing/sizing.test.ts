import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../models/queueing/erlang/erlang-a.ts';
import { erlangC } from '../../../models/queueing/erlang/erlang-c.ts';
import { halfinWhitt, halfinWhittBeta, halfinWhittDelay } from '../../../models/queueing/erlang/halfin-whitt.ts';
import { retryAmplification } from '../../../models/queueing/retries/retry-amplification.ts';
import { selfHealingCapacity } from '../../../models/queueing/retries/self-healing-capacity.ts';
import { serversForAbandonment } from '../../../models/queueing/servers/servers-for-abandonment.ts';
import { serversForDelay } from '../../../models/queueing/servers/servers-for-delay.ts';
import { serversForResponse } from '../../../models/queueing/servers/servers-for-response.ts';
import { mmc } from '../../../models/queueing/single-queue/mmc.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { expectRefusal } from '../refused.ts';

const load = fc.double({ min: 0.1, max: 3000, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });

describe('halfinWhitt', () => {
  // Roots computed with mpmath at 30 digits.
  it.each([
    [0.5, 0.506054],
    [0.2, 1.061516],
    [0.1, 1.420187],
    [0.05, 1.739836],
    [0.01, 2.374888],
  ])('has delay %f at beta %f', (delayProbability, beta) => {
    expect(halfinWhittBeta(delayProbability)).toBeCloseTo(beta, 6);
    expect(halfinWhittDelay(beta)).toBeCloseTo(delayProbability, 6);
  });

  it('answers in the direction it is asked, and only in one', () => {
    expect(halfinWhitt({ beta: 1.420187 }).delayProbability).toBeCloseTo(0.1, 6);
    expect(halfinWhitt({ delayProbability: 0.1 }).beta).toBeCloseTo(1.420187, 6);
    expectRefusal(() => halfinWhitt({}), 'missing-argument', /exactly one must be given, got neither/);
    expectRefusal(() => halfinWhitt({ beta: 1, delayProbability: 0.1 }), 'missing-argument', /got both/);
  });

  it('is zero beyond the range of the density, never NaN', () => expect(halfinWhittDelay(50)).toBe(0));
});

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
    expectRefusal(() => serversForDelay({ load: 1, delayProbability: 0.1, loadSd: -1 }), 'out-of-range', /^loadSd: must be from 0 to 5/));
});

describe('serversForResponse', () => {
  const ask = { arrivalRate: 1200, serviceTime: 0.04, percentile: 99, budget: 0.2 };

  it('keeps p99 inside the budget, and one fewer does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), fc.double({ min: 0.19, max: 1, noNaN: true }), (arrivalRate, budget) => {
        const servers = serversForResponse({ ...ask, arrivalRate, budget });
        const p99 = (count: number) => mmc({ arrivalRate, serviceRate: 25, servers: count, percentiles: [99] }).responsePercentiles['99']!;
        expect(p99(servers)).toBeLessThanOrEqual(budget * (1 + 1e-9));
        if (servers - 1 > arrivalRate / 25) expect(p99(servers - 1)).toBeGreaterThan(budget * (1 - 1e-9));
      }),
    );
  });

  it('is the same in any unit of time, and never fewer for more arrivals or a tighter budget', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), (arrivalRate) => {
        const servers = serversForResponse({ ...ask, arrivalRate });
        expect(serversForResponse({ arrivalRate: arrivalRate / 1024, serviceTime: 0.04 * 1024, percentile: 99, budget: 0.2 * 1024 })).toBe(
          servers,
        );
        expect(serversForResponse({ ...ask, arrivalRate: arrivalRate * 1.2 })).toBeGreaterThanOrEqual(servers);
        expect(serversForResponse({ ...ask, arrivalRate, budget: 0.19 })).toBeGreaterThanOrEqual(servers);
      }),
    );
  });

  it('refuses what no number of servers can do: p99 of 50 ms exponential service is 230 ms', () =>
    expectRefusal(
      () => serversForResponse({ ...ask, serviceTime: 0.05 }),
      'infeasible',
      /^infeasible: the service time alone has p99 0\.2303, above the budget of 0\.2, at any number of servers/,
    ));
});

describe('serversForAbandonment', () => {
  it('meets the target, and one fewer does not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0.05, max: 5, noNaN: true }),
        share,
        (arrivalRate, abandonRate, target) => {
          const servers = serversForAbandonment({ arrivalRate, serviceRate: 1, abandonRate, abandonment: target });
          const of = (count: number) => erlangA({ arrivalRate, serviceRate: 1, abandonRate, servers: count }).abandonment;
          expect(of(servers)).toBeLessThanOrEqual(target);
          if (servers > 1) expect(of(servers - 1)).toBeGreaterThan(target);
        },
      ),
    );
  });
});

describe('retries', () => {
  // Geometric sums by hand.
  it.each([
    [0.1, 1.111],
    [0.5, 1.875],
    [1, 4],
    [0, 1],
  ])('amplify a failure share of %f to %f attempts with three retries', (failure, attempts) =>
    expect(retryAmplification({ failure, retries: 3 })).toBeCloseTo(attempts, 9),
  );
  it('leave a quarter of the capacity to heal with three retries', () =>
    expect(selfHealingCapacity({ capacity: 1000, retries: 3 })).toBe(250));
});
