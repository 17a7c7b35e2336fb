import { describe, expect, it } from 'vitest';
import { ggc } from '../../../models/queueing/general/ggc.ts';
import { ggcErrorBound, LARGEST_FORMULA_ERROR } from '../../../models/queueing/general/ggc-error-bound.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { familiesOf } from '../../../models/simulation/families.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { batchMeans } from '../../../models/statistics/batch-means.ts';
import { nearestRank } from '../../../models/statistics/nearest-rank.ts';
import { readReference } from '../../reference/read-reference.ts';

type Row = [system: string, ca2: number, cs2: number, servers: number, rho: number, meanWait: number];
const rows = readReference<Row>('ggc');
const byFormula = ([, ca2, cs2, servers, utilisation]: Row) => ggcErrorBound({ utilisation, servers, ca2, cs2 }) <= LARGEST_FORMULA_ERROR;
const ask = ([, ca2, cs2, servers, rho]: Row, percentiles = [99]) =>
  ggc({ arrivalRate: rho * servers, serviceRate: 1, servers, ca2, cs2, percentiles });

describe('ggc where it simulates', () => {
  it('contains the exact mean: below rho .9 with bursty arrivals, and where the formulas are more than 25 % off', () => {
    const cases = rows.filter((row) => !byFormula(row) && row[4] >= 0.8 && row[3] >= 10).filter((_, i) => i % 4 === 0);
    expect(cases.length).toBeGreaterThan(5);
    for (const row of cases) {
      const { method, meanWait, errorBound } = ask(row);
      expect(method).toBe('simulation');
      expect(Math.abs(row[5] - meanWait)).toBeLessThanOrEqual(errorBound * meanWait);
    }
  });

  it('states at most 25 % at a utilisation of .9 and more, for all systems of the reference', () => {
    for (const row of rows.filter(([, , , , rho]) => rho >= 0.9)) expect(ask(row).errorBound).toBeLessThanOrEqual(0.25);
  });

  it('contains the simulated p95 and p99 of cs2 4 with 100 servers at rho .9', () => {
    const interarrival = durationOf(1 / 90, 1, randomStream(5, 0));
    const waits = fcfsWaits({ servers: 100, customers: 1_000_000, interarrival, service: durationOf(1, 4, randomStream(5, 1)) }).sort();
    const { waitPercentiles, errorBound } = ask(['', 1, 4, 100, 0.9, 0], [95, 99]);
    for (const p of [95, 99]) {
      const claimed = waitPercentiles[String(p)]!;
      expect(Math.abs(nearestRank(waits, p / 100) - claimed)).toBeLessThanOrEqual(errorBound * claimed);
    }
  });

  it.each([
    [0.7, 4, 4, 1],
    [0.6, 3, 1, 4],
  ])('contains the mean of every family with its moments at rho %f with %i servers, ca2 %f and cs2 %f', (rho, servers, ca2, cs2) => {
    const { meanWait, errorBound, method } = ask(['', ca2, cs2, servers, rho, 0]);
    expect(method).toBe('simulation');
    for (const arrival of familiesOf(ca2))
      for (const family of familiesOf(cs2)) {
        const interarrival = arrival(1 / (rho * servers), ca2, randomStream(77, 0));
        const waits = fcfsWaits({ servers, customers: 400_000, interarrival, service: family(1, cs2, randomStream(77, 1)) });
        const { mean, standardError } = batchMeans(waits, 20);
        expect(Math.abs(mean - meanWait)).toBeLessThanOrEqual(errorBound * meanWait + 2 * standardError);
      }
  });

  it('halves its times when both rates double', () => {
    const simulated = (unit: number) => ggc({ arrivalRate: 8 * unit, serviceRate: unit, servers: 10, ca2: 4, cs2: 1, percentiles: [99] });
    expect(simulated(60).waitPercentiles['99']! * 60).toBeCloseTo(simulated(1).waitPercentiles['99']!, 9);
  });
});
