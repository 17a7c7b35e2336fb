import { describe, expect, it } from 'vitest';
import type { NodeWorld } from '../../../models/capacity/laws/node-world.ts';
import { exponentialService } from '../../../models/capacity/laws/service-law.ts';
import { beyondContention, canHold, mostHeld } from '../../../models/sizing/beyond-contention.ts';
import { budgetRate } from '../../../models/sizing/budget-rate.ts';
import { nodesForConfidence, nodesForRate } from '../../../models/sizing/nodes-for.ts';
import { lognormalPeak, peakDistribution } from '../../../models/sizing/peak-distribution.ts';

const target = { percentile: 99, limit: 0.3 };

const contended = (contention: number, coherency = 0): NodeWorld => ({
  service: exponentialService(0.04),
  serversPerNode: 4,
  ca2: 1,
  balancer: 'shared',
  contention,
  coherency,
});

describe('mostHeld', () => {
  it.each([
    ['contention', contended(0.03)],
    ['contention and coherency', contended(0.01, 0.002)],
  ])('finds the best of all numbers of nodes under %s', (_, world) => {
    const all = Array.from({ length: 60 }, (_, i) => budgetRate(world, i + 1, target));
    const found = mostHeld([world], { target, confidence: 1, most: 20_000 });
    expect(found.rate).toBe(Math.max(...all));
    expect(found.nodes).toBe(all.indexOf(found.rate) + 1);
  });

  it('is what enough of the worlds hold', () => {
    const worlds = [0.01, 0.02, 0.03, 0.04].map((contention) => contended(contention));
    const half = mostHeld(worlds, { target, confidence: 0.5, most: 1000 }).rate;
    const most = mostHeld(worlds, { target, confidence: 0.95, most: 1000 }).rate;
    expect(most).toBeLessThan(half);
    expect(most).toBeCloseTo(mostHeld([contended(0.04)], { target, confidence: 1, most: 1000 }).rate, 6);
  });

  it('is nothing where one node is too slow', () => {
    const most = { target: { percentile: 99, limit: 0.1 }, confidence: 1, most: 10 };
    expect(mostHeld([contended(0.1)], most)).toEqual({ nodes: 1, rate: 0 });
    expect(canHold([contended(0.1)], 1, most.target, 1)).toBe(false);
    expect(beyondContention([contended(0.1)], { ...most, rate: 5 }).message).toContain('1 node holds it');
  });
});

describe('a rate beyond the best number of nodes', () => {
  it('is refused as a shared limit, with the rate where it lies and its number of nodes, which hold it', () => {
    const world = contended(0.03);
    const { nodes, rate } = mostHeld([world], { target, confidence: 1, most: 20_000 });
    expect(nodesForRate(world, 0.99 * rate, target)).toBeLessThanOrEqual(nodes);
    expect(() => nodesForRate(world, 3 * rate, target)).toThrow(
      new RegExp(
        `beyond the shared limit of [\\d,.]+/s \\(3 times less\\), the most that any number of nodes keeps within p99 300 ms: ${nodes} nodes`,
      ),
    );
    const peak = peakDistribution(lognormalPeak(3 * rate, 0.1));
    expect(() => nodesForConfidence([world, contended(0.035)], { peak, target, confidence: 0.95 })).toThrow(/shared limit/);
  });
});
