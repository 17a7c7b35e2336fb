import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../../models/queueing/erlang/erlang-a.ts';
import { mmc } from '../../../../models/queueing/single-queue/mmc.ts';
import { mmck } from '../../../../models/queueing/single-queue/mmck.ts';
import { durationOf } from '../../../../models/simulation/duration.ts';
import { randomStream } from '../../../../models/simulation/random-stream.ts';
import { simulateQueue } from '../../../reference/simulation/simulate-queue.ts';
import { expectRefusal } from '../../refused.ts';

const exponential = (mean: number, stream: number) => durationOf(mean, 1, randomStream(11, stream));

describe('erlangA', () => {
  it('has the numbers of pyworkforce, and the two other service levels', () => {
    const answer = erlangA({ arrivalRate: 100 / 30, serviceRate: 1 / 3, abandonRate: 1 / 5, servers: 14, within: 20 / 60 });
    expect(answer.waitProbability).toBeCloseTo(0.14526, 5);
    expect(answer.abandonment).toBeCloseTo(0.013984, 6);
    expect(answer.utilisation).toBeCloseTo(0.704297, 6);
    expect(answer.meanWait).toBeCloseTo(0.069919, 6);
    expect(answer.serviceLevel!.served).toBeCloseTo(0.916792, 6);
    // Exact solution in the reference note: .9187, .9240, .9168.
    expect(answer.serviceLevel!.offered).toBeCloseTo(0.9187, 4);
    expect(answer.serviceLevel!.actual).toBeCloseTo(0.924, 4);
  });

  it('has the example of Mandelbaum and Zeltyn: 3.09 %, 3.71 s, p90 12.44 s; without patience 20.83 s and 58.14 s', () => {
    const queue = { arrivalRate: 48, serviceRate: 1, servers: 50, percentiles: [90] };
    const impatient = erlangA({ ...queue, abandonRate: 0.5 });
    expect(impatient.abandonment).toBeCloseTo(0.0309, 4);
    expect(impatient.meanWait * 60).toBeCloseTo(3.71, 2);
    expect(impatient.waitPercentiles!['90']! * 60).toBeCloseTo(12.44, 2);
    const patient = erlangA({ ...queue, abandonRate: 0 });
    expect(patient.meanWait * 60).toBeCloseTo(20.83, 2);
    expect(patient.waitPercentiles!['90']! * 60).toBeCloseTo(58.14, 2);
  });

  it('has the fluid limits when flooded: 1 - 1/rho leave, the wait is ln(rho)/theta', () => {
    const answer = erlangA({ arrivalRate: 20_000, serviceRate: 1, abandonRate: 0.5, servers: 10_000, within: 0.5 });
    expect(answer.abandonment).toBeCloseTo(0.5, 3);
    expect(answer.meanQueue).toBeCloseTo(20_000, -1);
    expect(answer.serviceLevel!.offered).toBeLessThan(1e-9);
    expect(answer.utilisation).toBeLessThanOrEqual(1);
  });

  it('tends to Erlang C as patience grows, percentiles included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.2, max: 0.95, noNaN: true }), (servers, rho) => {
        const queue = { arrivalRate: rho * servers, serviceRate: 1, servers, percentiles: [99] };
        const limit = mmc(queue);
        const answer = erlangA({ ...queue, abandonRate: 1e-11 });
        expect(answer.waitProbability).toBeCloseTo(limit.waitProbability, 6);
        expect(answer.meanWait).toBeCloseTo(limit.meanWait, 5);
        expect(answer.waitPercentiles!['99']).toBeCloseTo(limit.waitPercentiles['99']!, 4);
      }),
      { numRuns: 30 },
    );
  });

  it('is M/M/c/K when nobody leaves a bounded room', () => {
    const [answer, limit] = [
      erlangA({ arrivalRate: 12, serviceRate: 1, abandonRate: 0, servers: 10, room: 5 }),
      mmck({ arrivalRate: 12, serviceRate: 1, servers: 10, capacity: 15 }),
    ];
    expect(answer.blocking).toBeCloseTo(limit.blocking, 12);
    expect(answer.meanQueue).toBeCloseTo(limit.meanQueue, 12);
  });

  it('balances: served, gone and turned away make one; without room nobody waits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        (servers, rho, abandonRate, room) => {
          const answer = erlangA({ arrivalRate: rho * servers, serviceRate: 1, abandonRate, servers, room, within: 1e6 });
          expect(answer.utilisation / rho + answer.abandonment + answer.blocking!).toBeCloseTo(1, 9);
          expect(answer.serviceLevel!.served + answer.abandonment + answer.blocking!).toBeCloseTo(1, 9);
          if (room === 0) expect(answer.waitProbability).toBe(0);
        },
      ),
    );
  });

  it('agrees with the event simulation of a bounded room', () => {
    const exact = erlangA({ arrivalRate: 60, serviceRate: 1, abandonRate: 0.5, servers: 50, room: 10 });
    const simulated = simulateQueue({
      servers: 50,
      room: 10,
      customers: 200_000,
      interarrival: exponential(1 / 60, 0),
      service: exponential(1, 1),
      patience: exponential(2, 2),
    });
    // About three standard errors of 180,000 customers.
    expect(simulated.abandonments).toBeCloseTo(exact.abandonment, 2);
    expect(Math.abs(simulated.blockings - exact.blocking!)).toBeLessThan(0.006);
    expect(simulated.meanQueue / exact.meanQueue).toBeCloseTo(1, 1);
    expect(simulated.meanBusy / 50).toBeCloseTo(exact.utilisation, 2);
  });

  it('refuses overload when nobody leaves', () => {
    expectRefusal(() => erlangA({ arrivalRate: 5, serviceRate: 1, abandonRate: 0, servers: 5 }), 'unstable', /at least 6 servers/);
    expectRefusal(() => erlangA({ arrivalRate: 5, serviceRate: 1, abandonRate: 1, servers: 5, room: 1.5 }), 'out-of-range', /^room/);
    expectRefusal(() => erlangA({ arrivalRate: 5, serviceRate: 1, abandonRate: 1, servers: 5, within: -1 }), 'out-of-range', /^within/);
  });
});
