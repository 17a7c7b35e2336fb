import { describe, expect, it } from 'vitest';
import { durationOf } from '../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { simulateQueue } from './simulate-queue.ts';

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
