import { describe, expect, it } from 'vitest';
import { type NodeWorld, responsePercentile, responseTail } from '../../../../models/capacity/laws/node-world.ts';
import { exponentialService, lognormalService } from '../../../../models/capacity/laws/service-law.ts';
import { mmc } from '../../../../models/queueing/single-queue/mmc.ts';

const world: NodeWorld = { service: exponentialService(0.04), serversPerNode: 8, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 };

describe('response of nodes', () => {
  it.each([
    [1, 150],
    [4, 700],
    [8, 1400],
  ])('is that of M/M/c with exponential service: %d nodes at %d/s', (nodes, rate) => {
    const exact = mmc({ arrivalRate: rate, serviceRate: 25, servers: 8 * nodes }).responsePercentiles['99']!;
    expect(responsePercentile(world, { nodes, rate, percentile: 99 })).toBeCloseTo(exact, 9);
  });

  it('has no percentile when the queue grows without end', () => expect(responseTail(world, 1, 200)).toBeNull());

  it('is the service alone without variability, and slower with contention or a line at each node', () => {
    const even: NodeWorld = { ...world, service: lognormalService(0.04, 0), ca2: 0 };
    expect(responsePercentile(even, { nodes: 1, rate: 199, percentile: 99 })).toBeCloseTo(0.04, 9);
    const at = (change: Partial<NodeWorld>) => responsePercentile({ ...world, ...change }, { nodes: 4, rate: 600, percentile: 99 })!;
    expect(at({ contention: 0.02 })).toBeGreaterThan(at({}));
    expect(at({ balancer: 'random' })).toBeGreaterThan(at({}));
  });
});
