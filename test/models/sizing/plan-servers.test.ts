import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeWorld } from '../../../models/capacity/node-world.ts';
import { exponentialService } from '../../../models/capacity/service-law.ts';
import { serversForResponse } from '../../../models/queueing/servers/servers-for-response.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { keepsBudget } from '../../../models/sizing/budget-rate.ts';
import { nodesForConfidence, nodesForRate, probabilityKept } from '../../../models/sizing/nodes-for.ts';
import { nodesInterval } from '../../../models/sizing/nodes-interval.ts';
import { lognormalPeak, peakDistribution } from '../../../models/sizing/peak-distribution.ts';
import { type PlanInputs, planServers } from '../../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';
import { madeLadder } from '../capacity/made-step.ts';

const target = { percentile: 99, limit: 0.2 };
const policy = { ...USUAL_POLICY, budget: target };
const world: NodeWorld = { service: exponentialService(0.04), serversPerNode: 1, ca2: 1, queue: 'shared', contention: 0, coherency: 0 };
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
const question = fc.record({
  rate: fc.double({ min: 1, max: 3000, noNaN: true }),
  limit: fc.double({ min: 0.19, max: 1, noNaN: true }),
  servers: fc.integer({ min: 1, max: 16 }),
  queue: fc.constantFrom('shared' as const, 'per-node' as const),
});

describe('sizing models', () => {
  it('agree with the M/M/c search for single servers: 51 for 1,200/s', () => {
    expect(nodesForRate(world, 1200, target)).toBe(
      serversForResponse({ arrivalRate: 1200, serviceTime: 0.04, percentile: 99, budget: 0.2 }),
    );
  });

  it('propose a number that keeps the budget where one fewer does not; more arrivals or a tighter budget never need fewer', () =>
    fc.assert(
      fc.property(question, ({ rate, limit, servers, queue }) => {
        const node = { ...world, serversPerNode: servers, queue };
        const nodes = nodesForRate(node, rate, { percentile: 99, limit });
        expect(keepsBudget(node, nodes, rate, { percentile: 99, limit })).toBe(true);
        if (nodes > 1) expect(keepsBudget(node, nodes - 1, rate, { percentile: 99, limit })).toBe(false);
        expect(nodesForRate(node, rate * 1.1, { percentile: 99, limit })).toBeGreaterThanOrEqual(nodes);
        expect(nodesForRate(node, rate, { percentile: 99, limit: limit * 1.1 })).toBeLessThanOrEqual(nodes);
      }),
      { numRuns: 60 },
    ));

  it('do not depend on the unit of time', () =>
    fc.assert(
      fc.property(question, fc.constantFrom(60, 0.001), ({ rate, limit, servers }, unit) => {
        const node = { ...world, serversPerNode: servers };
        const other = { ...node, service: exponentialService(0.04 * unit) };
        const nodes = nodesForRate(node, rate, { percentile: 99, limit });
        expect(Math.abs(nodesForRate(other, rate / unit, { percentile: 99, limit: limit * unit }) - nodes)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 30 },
    ));

  it('weigh every world: with two, the number lies between theirs and keeps the confidence', () => {
    const worlds = [0.03, 0.04].map((mean) => ({ ...world, service: exponentialService(mean) }));
    const demand = { peak: peakDistribution(lognormalPeak(1200, 0.1)), target, confidence: 0.95 };
    const [both, fast, slow] = [worlds, [worlds[0]!], [worlds[1]!]].map((some) => nodesForConfidence(some, demand));
    expect(both).toBeGreaterThanOrEqual(fast!);
    expect(both).toBeLessThanOrEqual(slow!);
    expect(probabilityKept(worlds, both!, demand)).toBeGreaterThanOrEqual(0.95);
    expect(probabilityKept(worlds, both! - 1, demand)).toBeLessThan(0.95);
  });

  it('refuse what no number of nodes does', () => {
    expect(() => nodesForRate({ ...world, service: exponentialService(0.05) }, 100, target)).toThrow(
      'infeasible: the service time alone has p99 230.3 ms, above the budget of 200 ms, at any number of servers',
    );
    expect(() => nodesForRate({ ...world, contention: 0.1, coherency: 0.01 }, 1200, target)).toThrow(
      /need more than 9 nodes; contention eats/,
    );
    expect(() => nodesForRate(world, 1e12, target)).toThrow('check the units');
  });
});

describe('peakDistribution', () => {
  it('gives a lognormal peak back, on both sides of the median', () => {
    const peak = peakDistribution(lognormalPeak(1200, 0.1));
    for (const p of [0.02, 0.5, 0.93, 0.999]) expect(peak.share(peak.quantile(p))).toBeCloseTo(p, 9);
    expect(peak.share(0)).toBe(0);
  });

  it('knows a certain peak, and one with equal quantiles', () => {
    const certain = peakDistribution(lognormalPeak(100, 0));
    expect([certain.share(99), certain.share(100)]).toEqual([0, 1]);
    const stepped = peakDistribution({ p50: 100, p80: 100, p90: 110, p95: 110, p99: 120 });
    expect([stepped.share(99), stepped.share(100)]).toEqual([0, expect.closeTo(0.8, 9)]);
    expect(stepped.share(110)).toBeCloseTo(0.95, 9);
  });

  it('refuses quantiles that fall', () =>
    expect(() => peakDistribution({ p50: 100, p80: 90, p90: 110, p95: 120, p99: 130 })).toThrow(
      'peak.p80: must be at least p50 (100), got 90',
    ));
});

describe('nodesInterval', () => {
  const at = (means: readonly number[]) =>
    nodesInterval(
      means.map((mean) => ({ ...world, service: exponentialService(mean) })),
      1200,
      target,
    );

  it('is open where worlds break the budget with any number of nodes, and closed otherwise', () => {
    expect(at([0.04])).toEqual({ low: 51, high: 51 });
    expect(at([0.03, 0.05])).toEqual({ low: nodesForRate({ ...world, service: exponentialService(0.03) }, 1200, target), high: null });
    expect(at([0.05])).toEqual({ low: null, high: null });
  });

  it('leaves a confidence answerable while few enough worlds are too slow', () => {
    const worlds = [...Array.from({ length: 9 }, () => 0.03), 0.05].map((mean) => ({ ...world, service: exponentialService(mean) }));
    const demand = { peak: peakDistribution(lognormalPeak(1200, 0.1)), target };
    expect(nodesForConfidence(worlds, { ...demand, confidence: 0.8 })).toBeGreaterThan(36);
    expect(() => nodesForConfidence(worlds, { ...demand, confidence: 0.95 })).toThrow('the service time alone has p99 230.3 ms');
  });
});

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
    const { admitRate } = plan.waitingRoom.curve.find((one) => one.nodes === plan.recommended)!;
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
              ...{ peak: peakDistribution(peak), target: budget, confidence: change.confidence ?? 0.95 },
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

describe('planServers', () => {
  it('answers the question of 1,200 payments: 8 nodes of 8 for the peak, 12 with a zone lost', () => {
    const plan = planServers(inputs);
    expect([plan.needed.nodes, plan.recommended]).toEqual([8, 12]);
    expect(plan.levels.map((one) => one.nodes)).toEqual([7, 7, 8]);
    expect(plan.rejected!.sentence).toMatch(/^7 nodes were rejected: at the P95 peak of 1,407\/s the queue grows without end/);
    expect(plan.capacity).toMatchObject({ nominal: 2400, selfHealing: 600 });
    expect(plan.drivers.find((one) => one.name === 'service time')!.high.nodes).toBeNull();
    expect(planServers(inputs)).toEqual(plan);
  });

  it('counts the cost, one node, one zone and a node with contention', () => {
    const small = { ...policy, zones: 1, deployOut: 0, prices: { perNodeHour: 2, currency: 'EUR', hours: 3 } };
    const plan = planServers({
      ...inputs,
      peak: lognormalPeak(10, 0),
      policy: small,
      node: { serviceTime: 0.04, serversPerNode: 8, cs2: 0.5, contention: 0.01 },
    });
    expect([plan.needed.nodes, plan.recommended, plan.rejected, plan.cost!.perEvent]).toEqual([1, 2, null, 12]);
  });

  it('rejects by latency where the queue does not grow', () => {
    const plan = planServers({
      ...inputs,
      node: { serviceTime: 0.04, serversPerNode: 1 },
      policy: { ...policy, waitingRoom: { queued: 10, requestsPerPerson: 1, arrivalRate: 1000 } },
    });
    expect(plan.rejected!.sentence).toMatch(/p99 is [\d.,]+ ms against a budget of 200 ms/);
    expect(plan.waitingRoom.curve[0]!.drainSeconds).toBeNull();
  });

  it('plans from a measured ladder, with intervals and the steps beside the fit', () => {
    const steps = madeLadder({ servers: 8, serviceTime: 0.03, cs2: 0.5, seed: 5, seconds: 30 });
    const capacity = {
      schema: 'surgeproof/capacity',
      version: 1,
      target: 'made',
      simulated: true,
      measuredAt: '',
      steps: [...steps, { ...steps[0]!, generator: { valid: false, reason: 'weak' } }],
    } as const;
    const plan = planServers({ ...inputs, node: capacity });
    expect(plan.node.servers.low).toBeLessThanOrEqual(8);
    expect(plan.node.servers.high).toBeGreaterThanOrEqual(8);
    expect(plan.needed.low).toBeLessThanOrEqual(plan.needed.nodes);
    expect(plan.needed.high).toBeGreaterThanOrEqual(6);
    expect(plan.fit!.steps.map((step) => step.used)).toEqual([true, true, true, true, true, false]);
    expect(plan.drivers.map((one) => one.name)).toContain('choice of the model');
  });
});
