import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmc, mmcResponseTail } from '../../../../models/queueing/single-queue/mmc.ts';
import { expectRefusal } from '../../refused.ts';

describe('mmc', () => {
  // Octave queueing 1.2.7, tests of qsmmm.
  it.each([
    [2, 7.674, 1.053],
    [4, 0.105, 0.212],
  ])('has the queue and response of Octave with %i servers', (servers, queue, response) => {
    const answer = mmc({ arrivalRate: 9, serviceRate: 5, servers });
    expect(answer.meanQueue).toBeCloseTo(queue, 3);
    expect(answer.meanWait + 1 / 5).toBeCloseTo(response, 3);
  });

  it('has the service level of pyworkforce: .888 and .941 within .33 min', () => {
    for (const [servers, level] of [
      [14, 0.888],
      [15, 0.941],
    ] as const) {
      const { waitProbability } = mmc({ arrivalRate: 100 / 30, serviceRate: 1 / 3, servers });
      const spare = servers / 3 - 100 / 30;
      expect(1 - waitProbability * Math.exp(-spare * 0.33)).toBeCloseTo(level, 3);
    }
  });

  it('has an exponential response with one server, P(R > t) = e^{-(mu - lambda)t}', () => {
    const { responsePercentiles } = mmc({ arrivalRate: 3, serviceRate: 4, servers: 1, percentiles: [90, 99.9] });
    expect(responsePercentiles['90']).toBeCloseTo(Math.log(10), 9);
    expect(responsePercentiles['99.9']).toBeCloseTo(Math.log(1000), 9);
  });

  it('has a wait percentile of zero where fewer arrivals wait', () => {
    expect(mmc({ arrivalRate: 1, serviceRate: 1, servers: 4, percentiles: [50] }).waitPercentiles['50']).toBe(0);
  });

  it('has a tail without a gap where the spare rate meets the service rate', () => {
    const tail = (spare: number) => mmcResponseTail({ waitProbability: 0.4, serviceRate: 1, spare }, 2);
    const limit = Math.exp(-2) * (1 + 0.4 * 2);
    expect(tail(1)).toBeCloseTo(limit, 14);
    expect(tail(1 + 1e-12)).toBeCloseTo(limit, 11);
    expect(tail(1.4999)).toBeCloseTo(tail(1.5001), 4);
    expect(tail(1e6)).toBeGreaterThan(0);
  });

  it('keeps Little’s law, and twice the rates halve the waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.05, max: 0.99, noNaN: true }), (servers, rho) => {
        const one = mmc({ arrivalRate: rho * servers, serviceRate: 1, servers });
        const two = mmc({ arrivalRate: 2 * rho * servers, serviceRate: 2, servers });
        expect(one.meanQueue).toBeCloseTo(one.meanWait * rho * servers, 9);
        expect(two.meanWait * 2).toBeCloseTo(one.meanWait, 9);
        expect(two.responsePercentiles['99']! * 2).toBeCloseTo(one.responsePercentiles['99']!, 6);
      }),
    );
  });

  it.each([0, 100, -5, Number.NaN])('refuses percentile %f', (percentile) =>
    expectRefusal(() => mmc({ arrivalRate: 1, serviceRate: 1, servers: 2, percentiles: [percentile] }), 'out-of-range', /99, not 0.99/),
  );
});
