import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../../models/queueing/erlang/erlang-c.ts';
import { ggcDelay } from '../../../../models/queueing/general/ggc-delay.ts';
import { durationOf } from '../../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../../models/simulation/random-stream.ts';

function simulated({ servers, load, ca2, cs2 }: { servers: number; load: number; ca2: number; cs2: number }): number {
  const waits = fcfsWaits({
    servers,
    customers: 200_000,
    interarrival: durationOf(1 / load, ca2, randomStream(3, 0)),
    service: durationOf(1, cs2, randomStream(3, 1)),
  }).subarray(20_000);
  return waits.filter((wait) => wait > 1e-12).length / waits.length;
}

describe('ggcDelay', () => {
  it('is Erlang C for Poisson arrivals, whatever the service', () =>
    expect(ggcDelay({ servers: 8, load: 6, ca2: 1, cs2: 3 })).toBe(erlangC(8, 6)));

  // Exact: the root of σ = e^{−(1 − σ)/ρ}, which is .8069 at ρ .9.
  it('is that of D/M/1', () => expect(Math.abs(ggcDelay({ servers: 1, load: 0.9, ca2: 0, cs2: 1 }) - 0.8069)).toBeLessThan(0.003));

  it.each([
    { servers: 1, load: 0.7, ca2: 0, cs2: 2 },
    { servers: 2, load: 1.7, ca2: 0, cs2: 1 },
    { servers: 4, load: 2.8, ca2: 0, cs2: 1 },
    { servers: 16, load: 13.6, ca2: 0, cs2: 0.5 },
    { servers: 4, load: 3.4, ca2: 0.25, cs2: 0.25 },
    { servers: 4, load: 3.4, ca2: 4, cs2: 1 },
    { servers: 16, load: 15.2, ca2: 4, cs2: 2 },
  ])('is within .03 of a simulation: %j', (queue) => expect(Math.abs(ggcDelay(queue) - simulated(queue))).toBeLessThan(0.03));
});
