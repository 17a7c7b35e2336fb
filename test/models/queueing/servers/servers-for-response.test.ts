import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serversForResponse } from '../../../../models/queueing/servers/servers-for-response.ts';
import { mmc } from '../../../../models/queueing/single-queue/mmc.ts';
import { expectRefusal } from '../../refused.ts';

describe('serversForResponse', () => {
  const ask = { arrivalRate: 1200, serviceTime: 0.04, percentile: 99, budget: 0.2 };

  it('keeps p99 inside the budget, and one fewer does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), fc.double({ min: 0.19, max: 1, noNaN: true }), (arrivalRate, budget) => {
        const servers = serversForResponse({ ...ask, arrivalRate, budget });
        const p99 = (count: number) => mmc({ arrivalRate, serviceRate: 25, servers: count, percentiles: [99] }).responsePercentiles['99']!;
        expect(p99(servers)).toBeLessThanOrEqual(budget * (1 + 1e-9));
        if (servers - 1 > arrivalRate / 25) expect(p99(servers - 1)).toBeGreaterThan(budget * (1 - 1e-9));
      }),
    );
  });

  it('is the same in any unit of time, and never fewer for more arrivals or a tighter budget', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), (arrivalRate) => {
        const servers = serversForResponse({ ...ask, arrivalRate });
        expect(serversForResponse({ arrivalRate: arrivalRate / 1024, serviceTime: 0.04 * 1024, percentile: 99, budget: 0.2 * 1024 })).toBe(
          servers,
        );
        expect(serversForResponse({ ...ask, arrivalRate: arrivalRate * 1.2 })).toBeGreaterThanOrEqual(servers);
        expect(serversForResponse({ ...ask, arrivalRate, budget: 0.19 })).toBeGreaterThanOrEqual(servers);
      }),
    );
  });

  it('refuses what no number of servers can do: p99 of 50 ms exponential service is 230 ms', () =>
    expectRefusal(
      () => serversForResponse({ ...ask, serviceTime: 0.05 }),
      'infeasible',
      /^infeasible: the service time alone has p99 0\.2303, above the budget of 0\.2, at any number of servers/,
    ));
});
