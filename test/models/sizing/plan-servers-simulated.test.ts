import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeWorld } from '../../../models/capacity/laws/node-world.ts';
import { exponentialService } from '../../../models/capacity/laws/service-law.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { nodesForConfidence } from '../../../models/sizing/nodes-for.ts';
import { lognormalPeak, peakDistribution } from '../../../models/sizing/peak-distribution.ts';
import { type PlanInputs, planServers } from '../../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';

const target = { percentile: 99, limit: 0.2 };

const policy = {
  ...USUAL_POLICY,
  budget: target,
  balancer: 'shared',
  arrivals: { ca2: 1, dispersion: [], ground: 'given' },
  waitingRoom: { queued: 40_000, requestsPerPerson: 1, arrivalRate: 0 },
} as const;

const world: NodeWorld = { service: exponentialService(0.04), serversPerNode: 1, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 };

const inputs: PlanInputs = {
  peak: lognormalPeak(1200, 0.1),
  ground: 'given',
  node: { serviceTime: 0.04, serversPerNode: 8 },
  policy,
  demand: [],
  standard: {},
  assumptions: [],
  warnings: [],
};

/** Simulated percentile of the response of servers with exponential service of 40 ms. */
function simulatedP99(servers: number, rate: number): number {
  const service = durationOf(0.04, 1, randomStream(11, 1));
  const services = new Float64Array(300_000);
  let served = 0;
  const waits = fcfsWaits({
    servers,
    customers: services.length,
    interarrival: durationOf(1 / rate, 1, randomStream(11, 0)),
    service: () => {
      services[served] = service();
      return services[served++]!;
    },
  });
  return waits.map((wait, i) => wait + services[i]!).sort()[Math.floor(0.99 * services.length)]!;
}

describe('planServers beside a simulation', () => {
  const plan = planServers(inputs);

  it('expects the p99 that is simulated with 8 nodes of 8 at the P95 peak, within 4 %', () => {
    const level = plan.levels.find((one) => one.confidence === 0.95)!;
    expect(simulatedP99(8 * level.nodes, level.peakRate) * 1000).toBeGreaterThan(level.budgeted! * 0.96);
    expect(simulatedP99(8 * level.nodes, level.peakRate) * 1000).toBeLessThan(level.budgeted! * 1.04);
  });

  it('rejects 7 nodes, which the P95 peak overruns', () => expect(simulatedP99(56, 1407)).toBeGreaterThan(0.2));

  it('lets in what keeps the budget, and 3 % more breaks it', () => {
    const { admitRate } = plan.waitingRoom!.curve.find((one) => one.nodes === plan.recommended)!;
    expect(simulatedP99(96, admitRate * 0.99)).toBeLessThan(0.2);
    expect(simulatedP99(96, admitRate * 1.03)).toBeGreaterThan(0.2);
  });

  it('never plans fewer nodes for a higher peak, a wider forecast, a tighter budget or more confidence', () =>
    fc.assert(
      fc.property(
        fc.record({ mean: fc.integer({ min: 20, max: 4000 }), sd: fc.constantFrom(0.02, 0.1, 0.3), limit: fc.constantFrom(0.2, 0.3, 0.5) }),
        ({ mean, sd, limit }) => {
          const nodes = (change: { mean?: number; sd?: number; limit?: number; confidence?: number }) => {
            const [peak, budget] = [lognormalPeak(change.mean ?? mean, change.sd ?? sd), { percentile: 99, limit: change.limit ?? limit }];
            return nodesForConfidence([{ ...world, serversPerNode: 8 }], {
              peak: peakDistribution(peak),
              target: budget,
              confidence: change.confidence ?? 0.95,
            });
          };
          const base = nodes({});
          expect(nodes({})).toBe(base);
          expect(nodes({ mean: mean * 1.2 })).toBeGreaterThanOrEqual(base);
          expect(nodes({ sd: sd * 1.5 })).toBeGreaterThanOrEqual(base);
          expect(nodes({ limit: limit * 1.3 })).toBeLessThanOrEqual(base);
          expect(nodes({ confidence: 0.99 })).toBeGreaterThanOrEqual(base);
        },
      ),
      { numRuns: 40 },
    ));
});
