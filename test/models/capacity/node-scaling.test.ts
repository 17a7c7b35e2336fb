import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeScaling } from '../../../models/capacity/node-scaling.ts';
import type { SaturatedStep } from '../../../models/capacity/steps/saturated-step.ts';
import { normal, randomFrom } from '../../../models/workload/users/random.ts';
import { madeStep } from './made-step.ts';

const NOISE = 0.01;
const { step } = { step: madeStep({ servers: 1, serviceTime: 0.1, cs2: 1, seed: 1, seconds: 2 }, 5) };
const CONTEXT = { serviceTime: 0.04, answered: 0 };
const SETTINGS = { seed: 20_261_129, numRuns: 100 };

/** Throughput of some nodes, each measured with an error of 1 %. */
function measured(counts: readonly number[], through: (nodes: number) => number, seed: number): SaturatedStep[] {
  const random = randomFrom(seed, 0);
  return counts.map((nodes) => ({ step, nodes, rate: through(nodes) * Math.exp(NOISE * normal(random)), variance: NOISE ** 2 }));
}

/** Closed network by mean value analysis, written out: one station, the rest of the service is a delay. */
function byMva(rate: number, serviceTime: number, workers: number): number {
  let [queue, through] = [0, 0];
  for (let n = 1; n <= workers; n++) {
    const time = (1 + queue) / rate;
    through = n / (serviceTime - 1 / rate + time);
    queue = through * time;
  }
  return through;
}

describe('nodeScaling', () => {
  it('names no shared limit where nodes add up, in 300 ladders with errors of 1 %', () => {
    const kinds = Array.from(
      { length: 300 },
      (_, seed) =>
        nodeScaling(
          measured(seed % 2 === 0 ? [1, 2, 4] : [1, 2], (n) => 200 * n, seed),
          CONTEXT,
        ).kind,
    );
    expect(kinds.filter((kind) => kind !== 'adds up').length).toBeLessThanOrEqual(3);
  });

  it('finds a limit between the nodes that were measured within 4 %', () =>
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 1.2, max: 3, noNaN: true }), (seed, times) => {
        const limit = 200 * times;
        const found = nodeScaling(
          measured([1, 2, 4, 8], (n) => byMva(limit, 0.04, 8 * n), seed),
          CONTEXT,
        );
        expect(found.kind).toBe('shared limit');
        expect(Math.abs(found.shared!.rate / limit - 1)).toBeLessThan(0.04);
      }),
      SETTINGS,
    ));

  it('tells contention from a limit with four numbers of nodes: 5 to 15 %', () =>
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.05, max: 0.15, noNaN: true }), (seed, contention) => {
        const found = nodeScaling(
          measured([1, 2, 4, 8, 16], (n) => (200 * n) / (1 + contention * (n - 1)), seed),
          CONTEXT,
        );
        expect(found).toMatchObject({ kind: 'scalability law', shared: null });
      }),
      SETTINGS,
    ));

  it('uses two numbers of nodes, of which the second does 85 % of twice the first: a limit, perhaps contention', () => {
    // Saturated steps of one and two nodes of 16 workers before a database of 667/s: 378 and 645/s.
    const two = [
      { step, nodes: 1, rate: 378, variance: NOISE ** 2 },
      { step, nodes: 2, rate: 645, variance: NOISE ** 2 },
    ];
    const found = nodeScaling(two, { serviceTime: 0.0423, answered: 300 });
    expect(found).toMatchObject({ kind: 'shared limit', certain: false, levels: true });
    expect(Math.abs(found.shared!.rate / 667 - 1)).toBeLessThan(0.05);
  });

  it('puts no limit below what was answered', () =>
    expect(
      nodeScaling(
        measured([1, 2, 4], (n) => Math.min(200 * n, 400), 5),
        { ...CONTEXT, answered: 450 },
      ).shared?.rate ?? 999,
    ).toBeGreaterThan(450));
});
