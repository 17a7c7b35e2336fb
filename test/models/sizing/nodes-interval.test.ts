import { describe, expect, it } from 'vitest';
import type { NodeWorld } from '../../../models/capacity/laws/node-world.ts';
import { exponentialService } from '../../../models/capacity/laws/service-law.ts';
import { nodesForConfidence, nodesForRate } from '../../../models/sizing/nodes-for.ts';
import { nodesInterval } from '../../../models/sizing/nodes-interval.ts';
import { lognormalPeak, peakDistribution } from '../../../models/sizing/peak-distribution.ts';

const target = { percentile: 99, limit: 0.2 };

const world: NodeWorld = { service: exponentialService(0.04), serversPerNode: 1, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 };

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
