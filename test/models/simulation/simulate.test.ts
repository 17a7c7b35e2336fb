import { describe, expect, it } from 'vitest';
import { md1 } from '../../../models/queueing/single-queue/md1.ts';
import { mmc } from '../../../models/queueing/single-queue/mmc.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { simulate } from '../../../models/simulation/simulate.ts';
import { expectRefusal } from '../refused.ts';

const ask = {
  arrivalRate: 8,
  serviceRate: 1,
  servers: 10,
  arrivals: 'poisson',
  service: 'exponential',
  customers: 400_000,
  seed: 1,
} as const;

describe('simulate', () => {
  it('has the exact mean of M/M/c in its interval, and its p99 within three standard deviations (15 %)', () => {
    const { meanWait, interval, waitPercentiles } = simulate(ask);
    const exact = mmc({ arrivalRate: 8, serviceRate: 1, servers: 10 });
    expect(interval[0]).toBeLessThan(exact.meanWait);
    expect(interval[1]).toBeGreaterThan(exact.meanWait);
    expect(meanWait).toBeGreaterThan(interval[0]);
    expect(Math.abs(waitPercentiles['99']! / exact.waitPercentiles['99']! - 1)).toBeLessThan(0.15);
  });

  it('has the percentiles of M/D/1', () => {
    const simulated = simulate({ ...ask, arrivalRate: 0.8, servers: 1, service: 'deterministic' });
    const exact = md1({ utilisation: 0.8, serviceTime: 1, percentiles: [95] });
    expect(Math.abs(simulated.waitPercentiles['95']! / exact.waitPercentiles['95']! - 1)).toBeLessThan(0.1);
  });

  it('is the same under the same seed, another under another, and orders the service times by variability', () => {
    expect(simulate(ask)).toEqual(simulate(ask));
    expect(simulate({ ...ask, seed: 2 }).meanWait).not.toBe(simulate(ask).meanWait);
    const waits = (['deterministic', 'erlang2', 'exponential', 'h2'] as const).map((service) => simulate({ ...ask, service }).meanWait);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(simulate({ ...ask, arrivals: 'even' }).meanWait).toBeLessThan(simulate(ask).meanWait);
  });

  it('gives every customer a shorter wait with one server more (common random numbers)', () => {
    const run = (servers: number) =>
      fcfsWaits({
        servers,
        customers: 20_000,
        interarrival: durationOf(1 / 8, 1, randomStream(1, 0)),
        service: durationOf(1, 1, randomStream(1, 1)),
      });
    const [ten, eleven] = [run(10), run(11)];
    expect(ten.every((wait, i) => eleven[i]! <= wait + 1e-9)).toBe(true);
  });

  it('refuses what it cannot simulate', () => {
    expectRefusal(() => simulate({ ...ask, arrivalRate: 10 }), 'unstable', /at least 11/);
    expectRefusal(() => simulate({ ...ask, customers: 10 }), 'out-of-range', /^customers: .*at least 250/);
    expectRefusal(() => simulate({ ...ask, seed: 0.5 }), 'out-of-range', /^seed/);
  });
});
