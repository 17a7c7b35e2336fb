import { describe, expect, it } from 'vitest';
import { retrial } from '../../../../models/queueing/retries/retrial.ts';
import { mmc } from '../../../../models/queueing/single-queue/mmc.ts';
import { durationOf } from '../../../../models/simulation/duration.ts';
import { randomStream } from '../../../../models/simulation/random-stream.ts';
import { simulateQueue } from '../../../reference/simulation/simulate-queue.ts';
import { expectRefusal } from '../../refused.ts';

const exponential = (mean: number, stream: number) => durationOf(mean, 1, randomStream(11, stream));

describe('retrial', () => {
  // Falin and Templeton: rho/(1 - rho) (rho + lambda/theta) for one server.
  it.each([
    [0.5, 1],
    [0.9, 0.1],
    [0.9, 10],
    [0.99, 0.05],
  ])('has the closed form of one server at rho %f and retry rate %f', (rho, retryRate) => {
    const { meanOrbit, allBusy } = retrial({ arrivalRate: rho, serviceRate: 1, retryRate, servers: 1 });
    expect(meanOrbit / ((rho / (1 - rho)) * (rho + rho / retryRate))).toBeCloseTo(1, 10);
    expect(allBusy).toBeCloseTo(rho, 10);
  });

  it('tends to M/M/c as retries become instant', () => {
    const { allBusy, meanOrbit } = retrial({ arrivalRate: 9, serviceRate: 1, retryRate: 1e7, servers: 10 });
    const limit = mmc({ arrivalRate: 9, serviceRate: 1, servers: 10 });
    expect(allBusy).toBeCloseTo(limit.waitProbability, 5);
    expect(meanOrbit).toBeCloseTo(limit.meanQueue, 4);
  });

  it('agrees with the event simulation when people give up, and serves the rest', () => {
    const exact = retrial({ arrivalRate: 9, serviceRate: 1, retryRate: 0.5, servers: 10, leaveProbability: 0.2 });
    const retry = { pause: exponential(2, 2), most: Number.POSITIVE_INFINITY, leaveProbability: 0.2, random: randomStream(11, 3) };
    const simulated = simulateQueue({
      servers: 10,
      room: 0,
      customers: 200_000,
      interarrival: exponential(1 / 9, 0),
      service: exponential(1, 1),
      retry,
    });
    expect(simulated.lost).toBeCloseTo(exact.lost, 2);
    expect(simulated.meanOrbit / exact.meanOrbit).toBeCloseTo(1, 1);
    expect(exact.meanBusy).toBeCloseTo(9 * (1 - exact.lost), 9);
  });

  it('holds at overload when people leave, whatever the size of the orbit', () => {
    const { lost, meanOrbit } = retrial({ arrivalRate: 20, serviceRate: 1, retryRate: 0.001, servers: 10, leaveProbability: 0.2 });
    expect(lost).toBeGreaterThan(0.49);
    expect(meanOrbit).toBeGreaterThan(10_000);
  });

  it('refuses overload when nobody leaves, and an orbit too large to solve', () => {
    expectRefusal(() => retrial({ arrivalRate: 10, serviceRate: 1, retryRate: 1, servers: 10 }), 'unstable', /at least 11/);
    expectRefusal(
      () => retrial({ arrivalRate: 999, serviceRate: 1, retryRate: 1e-9, servers: 1000 }),
      'no-answer',
      /^the orbit does not settle/,
    );
  });
});
