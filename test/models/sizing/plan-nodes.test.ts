import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeWorld } from '../../../models/capacity/laws/node-world.ts';
import { exponentialService } from '../../../models/capacity/laws/service-law.ts';
import { serversForResponse } from '../../../models/queueing/servers/servers-for-response.ts';
import { BALANCERS } from '../../../models/results/plan/balancer.ts';
import { keepsBudget } from '../../../models/sizing/budget-rate.ts';
import { nodesForConfidence, nodesForRate, probabilityKept } from '../../../models/sizing/nodes-for.ts';
import { lognormalPeak, peakDistribution } from '../../../models/sizing/peak-distribution.ts';

const target = { percentile: 99, limit: 0.2 };

const world: NodeWorld = { service: exponentialService(0.04), serversPerNode: 1, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 };

const question = fc.record({
  rate: fc.double({ min: 1, max: 3000, noNaN: true }),
  limit: fc.double({ min: 0.19, max: 1, noNaN: true }),
  servers: fc.integer({ min: 1, max: 16 }),
  balancer: fc.constantFrom(...BALANCERS),
});

describe('sizing models', () => {
  it('agree with the M/M/c search for single servers: 51 for 1,200/s', () => {
    expect(nodesForRate(world, 1200, target)).toBe(
      serversForResponse({ arrivalRate: 1200, serviceTime: 0.04, percentile: 99, budget: 0.2 }),
    );
  });

  it('propose a number that keeps the budget where one fewer does not; more arrivals or a tighter budget never need fewer', () =>
    fc.assert(
      fc.property(question, ({ rate, limit, servers, balancer }) => {
        const node = { ...world, serversPerNode: servers, balancer };
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
      /beyond the shared limit of .* because nodes hinder each other/,
    );
    expect(() => nodesForRate(world, 1e12, target)).toThrow('check the units');
  });
});
