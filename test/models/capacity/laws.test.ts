import { describe, expect, it } from 'vitest';
import { type NodeWorld, responsePercentile, responseTail } from '../../../models/capacity/node-world.ts';
import { demandLaw, uslOverLoad } from '../../../models/capacity/rival-laws.ts';
import { exponentialService, lognormalService, scaledService } from '../../../models/capacity/service-law.ts';
import { describe as describeStep } from '../../../models/capacity/steady-step.ts';
import { blockHistograms } from '../../../models/capacity/step-histogram.ts';
import { mmc } from '../../../models/queueing/single-queue/mmc.ts';
import { madeStep } from './made-step.ts';

const world: NodeWorld = { service: exponentialService(0.04), serversPerNode: 8, ca2: 1, queue: 'shared', contention: 0, coherency: 0 };

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
    expect(at({ queue: 'per-node' })).toBeGreaterThan(at({}));
  });
});

describe('service laws', () => {
  it('keep mean and variability of a lognormal within 2 %', () => {
    const law = scaledService(lognormalService(2, 0.5), 2);
    expect(law.mean).toBeCloseTo(4, 9);
    expect(law.cs2).toBeGreaterThan(0.48);
    expect(law.cs2).toBeLessThan(0.52);
    expect(law.tail(4) + law.delayed(4, 0)).toBeCloseTo(1, 1);
  });
});

describe('rival laws', () => {
  const steady = (rate: number, utilisation: number | null) => {
    const step = madeStep({ servers: 2, serviceTime: 0.01, cs2: 1, seed: 1, seconds: 10 }, rate, { utilisation });
    return describeStep(step, blockHistograms(step.blocks), 0);
  };

  it('are silent without enough steps or utilisation, or when it does not grow', () => {
    expect(uslOverLoad([steady(50, null)])).toBeNull();
    expect(demandLaw([steady(50, null)])).toBeNull();
    expect(demandLaw([steady(50, 0.9), steady(80, 0.5), steady(120, 0.1)])).toBeNull();
  });

  it('say where nothing more goes', () => {
    const law = demandLaw([steady(50, 0.25), steady(80, 0.4), steady(120, 0.6)])!;
    expect(law.saturationRate! / 200).toBeCloseTo(1, 1);
    expect(law.meanResponse(1000)).toBeNull();
    expect(uslOverLoad([50, 80, 120, 160].map((rate) => steady(rate, null)))!.meanResponse(1e6)).toBeNull();
  });
});
