import { describe, expect, it } from 'vitest';
import { md1 } from '../../../models/queueing/single-queue/md1.ts';
import { mmc } from '../../../models/queueing/single-queue/mmc.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { createEventHeap } from '../../../models/simulation/event-heap.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { simulate } from '../../../models/simulation/simulate.ts';
import { simulateQueue } from '../../../models/simulation/simulate-queue.ts';
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

describe('randomStream', () => {
  it('is uniform, never 0 or 1, and different for every seed and stream', () => {
    const random = randomStream(1, 0);
    const draws = Array.from({ length: 50_000 }, () => random());
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(draws.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / draws.length).toBeCloseTo(1 / 12, 2);
    expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThan(0);
    const firsts = [0, 1, 2, 2 ** 32, 2 ** 40].flatMap((seed) => [0, 1].map((stream) => randomStream(seed, stream)()));
    expect(new Set(firsts).size).toBe(10);
  });
});

describe('durationOf', () => {
  it.each([0, 0.05, 0.25, 0.3, 0.5, 1, 4])('has mean 2 and squared variation %f', (cv2) => {
    const draw = durationOf(2, cv2, randomStream(3, 1));
    let [sum, squares] = [0, 0];
    for (let i = 0; i < 200_000; i++) {
      const value = draw();
      sum += value;
      squares += value * value;
    }
    const mean = sum / 200_000;
    // Three standard errors of the hyperexponential.
    expect(Math.abs(mean / 2 - 1)).toBeLessThan(0.015);
    expect(Math.abs(squares / 200_000 / mean ** 2 - 1 - cv2)).toBeLessThan(0.02 + 0.05 * cv2);
  });
});

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

describe('createEventHeap', () => {
  it('gives events by time, ties in order of entry, and nothing at the end', () => {
    const heap = createEventHeap();
    const random = randomStream(2, 0);
    for (let i = 0; i < 500; i++) heap.put(Math.floor(random() * 50), 0, i);
    const taken = Array.from({ length: 500 }, () => heap.take()!);
    const sorted = [...taken].sort((a, b) => a.time - b.time || a.subject - b.subject);
    expect(taken).toEqual(sorted);
    expect(heap.take()).toBeUndefined();
    expect(heap.nextTime()).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('simulateQueue', () => {
  const exponential = (mean: number, stream: number) => durationOf(mean, 1, randomStream(6, stream));

  it('is the FCFS simulation when nobody leaves: the same customers wait the same', () => {
    const queue = { servers: 10, customers: 30_000, interarrival: exponential(1 / 8, 0), service: exponential(1, 1) };
    const waits = fcfsWaits({ ...queue, interarrival: exponential(1 / 8, 0), service: exponential(1, 1) }).subarray(3000);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    const simulated = simulateQueue({ ...queue, room: Number.POSITIVE_INFINITY });
    expect(simulated.meanWait).toBeCloseTo(mean, 9);
    expect(simulated).toMatchObject({ served: 1, lost: 0, meanOrbit: 0 });
  });

  it('bounds the retries, and those who left the line may try again', () => {
    const queue = {
      servers: 1,
      room: 2,
      customers: 20_000,
      interarrival: exponential(0.5, 0),
      service: exponential(1, 1),
      patience: exponential(1, 2),
    };
    const retry = (most: number) => ({ pause: exponential(1, 3), most, leaveProbability: 0, random: randomStream(6, 4) });
    const [none, two] = [0, 2].map((most) =>
      simulateQueue({
        ...queue,
        interarrival: exponential(0.5, 0),
        service: exponential(1, 1),
        patience: exponential(1, 2),
        retry: retry(most),
      }),
    );
    expect(none!.served + none!.lost).toBeCloseTo(1, 12);
    expect(two!.served + two!.lost).toBeCloseTo(1, 12);
    expect(two!.lost).toBeLessThan(none!.lost);
    expect(two!.abandonments + two!.blockings).toBeGreaterThan(none!.abandonments + none!.blockings);
    expect(two!.meanOrbit).toBeGreaterThan(0);
  });
});
