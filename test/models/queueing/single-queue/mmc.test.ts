import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mg1 } from '../../../../models/queueing/single-queue/mg1.ts';
import { mmc, mmcResponseTail } from '../../../../models/queueing/single-queue/mmc.ts';
import { mmck } from '../../../../models/queueing/single-queue/mmck.ts';
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

describe('mmck', () => {
  // Octave queueing 1.2.7, tests of qsmmmk.
  it('has the numbers of Octave', () => {
    const first = mmck({ arrivalRate: 40, serviceRate: 30, servers: 3, capacity: 7 });
    expect(first.emptyProbability).toBeCloseTo(0.255037, 6);
    expect(first.meanWait + 1 / 30).toBeCloseTo(0.036517, 6);
    expect(mmck({ arrivalRate: 50, serviceRate: 10, servers: 4, capacity: 6 }).blocking).toBeCloseTo(0.293543, 6);
    const third = mmck({ arrivalRate: 3, serviceRate: 2, servers: 2, capacity: 5 });
    expect(third.emptyProbability).toBeCloseTo(0.179334, 5);
    expect(third.blocking).toBeCloseTo(0.085113, 5);
    expect(third.meanInSystem).toBeCloseTo(2.00595, 5);
    expect(third.meanWait).toBeCloseTo(0.230857, 5);
  });

  it('is uniform at rho = 1: 5 inside of 10, and half are never empty by more than 1/11', () => {
    const answer = mmck({ arrivalRate: 1, serviceRate: 1, servers: 1, capacity: 10 });
    expect(answer.meanInSystem).toBeCloseTo(5, 12);
    expect(answer.emptyProbability).toBeCloseTo(1 / 11, 12);
    expect(answer.delayGivenAccepted).toBeCloseTo(0.9, 12);
  });

  it('tends to M/M/c with many places, and to nothing but blocking when flooded', () => {
    const open = mmc({ arrivalRate: 8, serviceRate: 1, servers: 10 });
    const closed = mmck({ arrivalRate: 8, serviceRate: 1, servers: 10, capacity: 5000 });
    expect(closed.meanWait).toBeCloseTo(open.meanWait, 12);
    expect(closed.delayGivenAccepted).toBeCloseTo(open.waitProbability, 12);
    const flooded = mmck({ arrivalRate: 1e9, serviceRate: 1, servers: 2, capacity: 4 });
    expect(flooded.blocking).toBeCloseTo(1 - 2e-9, 12);
    expect(flooded.meanWait).toBeCloseTo(1, 6);
  });

  it('holds for 100,000 servers, whose empty state is below the smallest number', () => {
    const answer = mmck({ arrivalRate: 99_000, serviceRate: 1, servers: 100_000, capacity: 110_000 });
    expect(answer.emptyProbability).toBe(0);
    expect(answer.meanInSystem).toBeCloseTo(99_000 + answer.meanQueue, 3);
  });

  it('refuses fewer places than servers, and more states than can be held', () => {
    expectRefusal(() => mmck({ arrivalRate: 1, serviceRate: 1, servers: 3, capacity: 2 }), 'out-of-range', /^capacity: .*\(3\), got 2/);
    expectRefusal(() => mmck({ arrivalRate: 1, serviceRate: 1, servers: 1, capacity: 1e9 }), 'out-of-range', /more than 5000000 states/);
  });
});

describe('mg1', () => {
  it('is M/M/1 at cs2 = 1 and half of it at cs2 = 0 (Pollaczek–Khinchine)', () => {
    expect(mg1({ arrivalRate: 0.8, serviceTime: 1, cs2: 1 })).toBeCloseTo(4, 12);
    expect(mg1({ arrivalRate: 0.8, serviceTime: 1, cs2: 0 })).toBeCloseTo(2, 12);
  });
  it('refuses a utilisation of one', () =>
    expectRefusal(() => mg1({ arrivalRate: 1, serviceTime: 1, cs2: 0 }), 'unstable', /at least 2 servers/));
});
