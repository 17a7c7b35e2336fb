import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mva } from '../../../models/network/mva.ts';
import { mvaBounds } from '../../../models/network/mva-bounds.ts';
import { expectRefusal } from '../refused.ts';

const single = (demands: readonly number[]) => demands.map((demand) => ({ demand }));

const networks = fc.record({
  stations: fc.array(fc.record({ demand: fc.double({ min: 0.01, max: 5, noNaN: true }), servers: fc.integer({ min: 1, max: 20 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  think: fc.double({ min: 0, max: 20, noNaN: true }),
  population: fc.integer({ min: 1, max: 120 }),
});

/** Exact mean value analysis of single servers: stable, and another algorithm. */
function reiserLavenberg(demands: readonly number[], think: number, population: number): number {
  let queues = demands.map(() => 0);
  let throughput = 0;
  for (let n = 1; n <= population; n++) {
    const times = demands.map((demand, i) => demand * (1 + queues[i]!));
    throughput = n / (think + times.reduce((sum, time) => sum + time, 0));
    queues = times.map((time) => throughput * time);
  }
  return throughput;
}

describe('mva', () => {
  it('has the example of Octave: S = .125 .3 .2, V = 16 10 5, N = 20, Z = 4', () => {
    const answer = mva({ stations: single([2, 3, 1]), think: 4, population: 20 });
    for (const [i, queue] of [1.991, 16.177, 0.5].entries()) expect(answer.queues[i]).toBeCloseTo(queue, 3);
    const residence = answer.queues.map((queue, i) => queue / answer.throughput / [16, 10, 5][i]!);
    for (const [i, time] of [0.373, 4.854, 0.3].entries()) expect(residence[i]).toBeCloseTo(time, 3);
  });

  it('has the example of Octave with two servers and a delay: X = 1.218', () =>
    expect(
      mva({ stations: [{ demand: 0.5, servers: 2 }, { demand: 0.3 }, { demand: 0.4 }], think: 1, population: 3 }).throughput,
    ).toBeCloseTo(1.218, 2));

  it.each([
    // PDQ README (AWS and Tomcat), where Octave gives 91.75; Octave gives -433 and 12.15 for the others.
    [300, 400, 675.6757],
    [300, 250, 563.063],
    [80, 80, 180.18],
  ])('is stable with %i servers and %i users', (servers, population, throughput) =>
    expect(mva({ stations: [{ demand: 0.444, servers }], think: 0, population }).throughput).toBeCloseTo(throughput, 2),
  );

  it('agrees with mean value analysis for single servers', () => {
    fc.assert(
      fc.property(networks, ({ stations, think, population }) => {
        const demands = stations.map(({ demand }) => demand);
        const exact = reiserLavenberg(demands, think, population);
        expect(mva({ stations: single(demands), think, population }).throughput / exact).toBeCloseTo(1, 9);
      }),
    );
  });

  it('keeps the population, the bounds and utilisations of at most one', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { throughput, queues, utilisations, response } = mva(network);
        const { aba, geometric, responseLow } = mvaBounds(network);
        const rounding = 1 + 1e-9;
        expect(queues.reduce((sum, queue) => sum + queue, 0) + throughput * network.think).toBeCloseTo(network.population, 6);
        expect(Math.max(...utilisations)).toBeLessThanOrEqual(1);
        for (const [low, high] of [aba, geometric]) {
          expect(low).toBeLessThanOrEqual(throughput * rounding);
          expect(high * rounding).toBeGreaterThanOrEqual(throughput);
        }
        expect(response * rounding).toBeGreaterThanOrEqual(responseLow);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses networks that are none', () => {
    expectRefusal(() => mva({ stations: [], think: 0, population: 1 }), 'out-of-range', /^stations: must have at least one/);
    expectRefusal(() => mva({ stations: [{ demand: 0 }], think: 0, population: 1 }), 'out-of-range', /^stations\[0\]\.demand/);
    expectRefusal(() => mva({ stations: [{ demand: 1, servers: 0 }], think: 0, population: 1 }), 'out-of-range', /^stations\[0\]\.servers/);
    expectRefusal(() => mva({ stations: [{ demand: 1 }], think: 0, population: 20_000 }), 'out-of-range', /at most 10000/);
  });
});
