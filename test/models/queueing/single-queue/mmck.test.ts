import { describe, expect, it } from 'vitest';
import { mmc } from '../../../../models/queueing/single-queue/mmc.ts';
import { mmck } from '../../../../models/queueing/single-queue/mmck.ts';
import { expectRefusal } from '../../refused.ts';

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
