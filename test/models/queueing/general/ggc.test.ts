import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ggc } from '../../../../models/queueing/general/ggc.ts';
import { ggcErrorBound, LARGEST_FORMULA_ERROR } from '../../../../models/queueing/general/ggc-error-bound.ts';
import { simulateGgc } from '../../../../models/queueing/general/ggc-simulation.ts';
import { mdcMeanWait } from '../../../../models/queueing/general/mdc-mean-wait.ts';
import { whittCorrection } from '../../../../models/queueing/general/whitt-1993.ts';
import { durationOf } from '../../../../models/simulation/duration.ts';
import { familiesOf } from '../../../../models/simulation/families.ts';
import { fcfsWaits } from '../../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../../models/simulation/random-stream.ts';
import { batchMeans } from '../../../../models/statistics/batch-means.ts';
import { nearestRank } from '../../../../models/statistics/nearest-rank.ts';
import { readReference } from '../../../reference/read-reference.ts';
import { expectRefusal } from '../../refused.ts';

type Row = [system: string, ca2: number, cs2: number, servers: number, rho: number, meanWait: number];
const rows = readReference<Row>('ggc');
const byFormula = ([, ca2, cs2, servers, utilisation]: Row) => ggcErrorBound({ utilisation, servers, ca2, cs2 }) <= LARGEST_FORMULA_ERROR;
const ask = ([, ca2, cs2, servers, rho]: Row, percentiles = [99]) =>
  ggc({ arrivalRate: rho * servers, serviceRate: 1, servers, ca2, cs2, percentiles });
/** M/G/2 of two tests, simulated once. */
let simulated: ReturnType<typeof ask> | null = null;
const heavy = () => {
  simulated ??= ask(['', 1, 20, 2, 0.3, 0]);
  return simulated;
};
const within = ([, , , , , exact]: Row, { meanWait, errorBound }: { meanWait: number; errorBound: number }) =>
  expect(Math.abs(exact - meanWait)).toBeLessThanOrEqual(errorBound * meanWait);

describe('ggc', () => {
  it('contains the exact mean in the stated bound in every case a formula answers', () => {
    const cases = rows.filter(byFormula);
    expect(cases.length).toBeGreaterThan(250);
    for (const row of cases) within(row, ask(row));
  });

  // All systems, simulated ones too: test/long/queueing/ggc.test.ts.
  it('states at most 25 % at a utilisation of .9 and more, wherever a formula answers', () => {
    const busy = rows.filter((row) => row[4] >= 0.9 && byFormula(row));
    expect(busy.length).toBeGreaterThan(80);
    for (const row of busy) expect(ask(row).errorBound).toBeLessThanOrEqual(0.25);
  });

  it.each([
    [1, 0, 10, 0.9],
    [1, 4, 10, 0.9],
    [0.5, 1, 10, 0.9],
    [0, 1, 10, 0.9],
    [4, 1, 5, 0.9],
    [0, 1, 100, 0.95],
    [0.5, 0.5, 100, 0.95],
  ])('contains the simulated p95 and p99 of ca2 %f cs2 %f with %i servers at rho %f', (ca2, cs2, servers, rho) => {
    const customers = 1_000_000;
    const interarrival = durationOf(1 / (rho * servers), ca2, randomStream(5, 0));
    const waits = fcfsWaits({ servers, customers, interarrival, service: durationOf(1, cs2, randomStream(5, 1)) }).sort();
    const { waitPercentiles, errorBound } = ask(['', ca2, cs2, servers, rho, 0], [95, 99]);
    for (const p of [95, 99]) {
      const claimed = waitPercentiles[String(p)]!;
      expect(Math.abs(nearestRank(waits, p / 100) - claimed)).toBeLessThanOrEqual(errorBound * claimed);
    }
  });

  // Two moments do not fix a wait: M/G/2 with these has .75 with two exponentials and .54 with lognormal service (independent simulator, four runs .48 to .58).
  it('contains the mean of every family with its moments', () => {
    const { meanWait, errorBound, method } = heavy();
    expect(method).toBe('simulation');
    for (const family of familiesOf(20)) {
      const interarrival = durationOf(1 / 0.6, 1, randomStream(77, 0));
      const waits = fcfsWaits({ servers: 2, customers: 400_000, interarrival, service: family(1, 20, randomStream(77, 1)) });
      const { mean, standardError } = batchMeans(waits, 20);
      expect(Math.abs(mean - meanWait)).toBeLessThanOrEqual(errorBound * meanWait + 2 * standardError);
    }
    expect(errorBound).toBeLessThan(1);
  });

  it('states a bound that only the sampling of one family would break', () => {
    // The fault of a bound from sampling alone: .752 ± .174 was said of M/G/2 at rho .3 and cs² 20, whose lognormal service has .54.
    const { meanWait, errorBound } = heavy();
    expect(meanWait * (1 - errorBound)).toBeLessThan(0.48);
    expect(meanWait * (1 + errorBound)).toBeGreaterThan(0.76);
  });

  it('is exact and Erlang C for Poisson arrivals and exponential service', () => {
    const answer = ggc({ arrivalRate: 9, serviceRate: 1, servers: 10, ca2: 1, cs2: 1 });
    expect(answer).toMatchObject({ method: 'exact', errorBound: 0 });
    expect(answer.meanWait).toBeCloseTo(0.6687315, 6);
    expect(answer.waitProbability).toBeCloseTo(0.6687315, 6);
  });

  it('has even spacing wait .41 as long as Poisson with 10 servers at rho .9 (exact solution)', () => {
    const { meanWait, errorBound } = ggc({ arrivalRate: 9, serviceRate: 1, servers: 10, ca2: 0, cs2: 1 });
    expect(Math.abs(meanWait - 0.407 * 0.6687)).toBeLessThan(errorBound * meanWait);
  });

  it('has nobody wait when everything is even', () =>
    expect(ggc({ arrivalRate: 9, serviceRate: 1, servers: 10, ca2: 0, cs2: 0, percentiles: [99] })).toEqual({
      meanWait: 0,
      waitProbability: 0,
      waitPercentiles: { '99': 0 },
      errorBound: 0,
      method: 'exact',
    }));

  it('says order of magnitude where waits are too rare to be simulated', () => {
    const rare = ggc({ arrivalRate: 15, serviceRate: 1, servers: 50, ca2: 4, cs2: 1 });
    expect(rare).toMatchObject({ method: 'order-of-magnitude', errorBound: 10 });
    expect(simulateGgc({ utilisation: 0.5, servers: 30_000, ca2: 4, cs2: 1 }, [99])).toBeNull();
  });

  it('halves its times when both rates double, by formula', () =>
    fc.assert(
      fc.property(fc.constantFrom(0, 0.3, 1, 2), fc.constantFrom(0, 0.5, 2), fc.integer({ min: 1, max: 30 }), (ca2, cs2, servers) => {
        fc.pre(ggcErrorBound({ utilisation: 0.95, servers, ca2, cs2 }) <= LARGEST_FORMULA_ERROR);
        const one = ggc({ arrivalRate: 0.95 * servers, serviceRate: 1, servers, ca2, cs2 });
        const two = ggc({ arrivalRate: 1.9 * servers, serviceRate: 2, servers, ca2, cs2 });
        expect(two.meanWait * 2).toBeCloseTo(one.meanWait, 9);
        expect(two.method).toBe(one.method);
      }),
      { numRuns: 30 },
    ));

  it('refuses overload and tails without a useful mean', () => {
    expectRefusal(() => ggc({ arrivalRate: 10, serviceRate: 1, servers: 10, ca2: 1, cs2: 1 }), 'unstable', /at least 11/);
    expectRefusal(() => ggc({ arrivalRate: 9, serviceRate: 1, servers: 10, ca2: 1, cs2: 101 }), 'out-of-range', /at most 100, got 101/);
  });
});

describe('mdcMeanWait', () => {
  it('is half of M/M/1 with one server, on both sides of the longest series', () => {
    expect(mdcMeanWait(1, 0.9)).toBeCloseTo(4.5, 9);
    expect(mdcMeanWait(1, 0.9999)).toBeCloseTo(0.9999 / 0.0002, 0);
  });
});

describe('whittCorrection', () => {
  it('is one for M/M/c, and takes the branch of the larger variability', () => {
    expect(whittCorrection({ utilisation: 0.8, servers: 7, ca2: 1, cs2: 1 })).toBe(1);
    expect(whittCorrection({ utilisation: 0.8, servers: 7, ca2: 2, cs2: 1 })).toBeGreaterThan(1);
    expect(whittCorrection({ utilisation: 0.8, servers: 7, ca2: 0.5, cs2: 1 })).toBeLessThan(1);
  });
});
