import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentialService, lognormalService } from '../../../../models/capacity/laws/service-law.ts';
import { sharedThroughput, throughShared } from '../../../../models/capacity/laws/shared-station.ts';

const SETTINGS = { seed: 20_261_129, numRuns: 200 };
const system = fc.record({
  serviceTime: fc.double({ min: 0.001, max: 2, noNaN: true }),
  workers: fc.integer({ min: 1, max: 300 }),
  /** Limit in what the workers could do without it. */
  limit: fc.double({ min: 0.05, max: 20, noNaN: true }),
});

describe('sharedThroughput', () => {
  it('stays below workers and limit, and grows with workers', () =>
    fc.assert(
      fc.property(system, ({ serviceTime, workers, limit }) => {
        const rate = (limit * workers) / serviceTime;
        const through = sharedThroughput({ rate }, serviceTime, workers);
        expect(through).toBeLessThanOrEqual(rate);
        expect(through).toBeLessThanOrEqual(Math.max(workers / serviceTime, rate / workers) * (1 + 1e-9));
        expect(sharedThroughput({ rate }, serviceTime, workers + 1)).toBeGreaterThanOrEqual(through);
      }),
      SETTINGS,
    ));

  it('is that of a machine repair model: 3 machines, mean time to failure 2, repair 1', () => {
    // By hand: p(j down) ∝ 3!/(3 − j)!·(1/2)^j = 1, 3/2, 3/2, 3/4; the repairer is busy with 1 − 1/4.75.
    expect(sharedThroughput({ rate: 1 }, 3, 3)).toBeCloseTo(1 - 1 / 4.75, 12);
  });
});

describe('throughShared', () => {
  it('fills the workers exactly where the throughput is reached, and takes longer with every further arrival', () =>
    fc.assert(
      fc.property(system, fc.double({ min: 0.01, max: 0.98, noNaN: true }), ({ serviceTime, workers, limit }, load) => {
        const shared = { rate: (limit * workers) / serviceTime };
        const service = exponentialService(serviceTime);
        const most = sharedThroughput(shared, serviceTime, workers);
        expect(throughShared(shared, service, workers, most * (1 + 1e-9))).toBeNull();
        const [calm, busy] = [load / 2, load].map((share) => throughShared(shared, service, workers, share * most)!);
        expect(busy!.mean).toBeGreaterThanOrEqual(calm!.mean * (1 - 1e-9));
        expect(calm!.mean).toBeGreaterThanOrEqual(serviceTime * (1 - 1e-9));
        expect(load * most * busy!.mean).toBeLessThan(workers * (1 + 1e-9));
        expect((1 - 1e-7) * most * throughShared(shared, service, workers, (1 - 1e-7) * most)!.mean).toBeGreaterThan(0.99 * workers);
      }),
      SETTINGS,
    ));

  it('adds the wait of M/M/1 where workers are plenty: 0.9/(1 − 0.9) of its service time', () =>
    expect(throughShared({ rate: 100 }, exponentialService(0.2), 10_000, 90)!.mean).toBeCloseTo(0.2 + 0.09, 9));

  it('leaves the service of calm nodes as it is', () =>
    expect(throughShared({ rate: 700 }, exponentialService(0.04), 64, 35)!.mean / 0.04).toBeLessThan(1.005));

  it('has a tail whose area is its mean, and a mean of delays that is that of its tail', () => {
    const law = throughShared({ rate: 100 }, lognormalService(0.05, 0.7), 12, 85)!;
    const step = 0.0005;
    let [area, delayed] = [0, 0];
    for (let t = step / 2; t < 5; t += step) {
      area += law.tail(t) * step;
      // E[e^{−η(t − R)}; R ≤ t] integrates to 1/η.
      delayed += law.delayed(t, 7) * step;
    }
    expect(area / law.mean).toBeCloseTo(1, 2);
    expect(delayed * 7).toBeCloseTo(1, 2);
  });
});
