import { describe, expect, it } from 'vitest';
import { serviceModel } from '../../../../models/sizing/tiers/carried-rate.ts';
import { classPercentile, percentileBound } from '../../../../models/sizing/tiers/class-times.ts';
import type { Service } from '../../../../models/sizing/tiers/service.ts';
import { tierWaits } from '../../../../models/sizing/tiers/tier-waits.ts';
import { simulateTiers } from '../../../reference/simulation/simulate-tiers.ts';
import { service, tier } from './made-service.ts';

/** p99 of each class by events, of a service whose laws have these variabilities. */
function simulated({ tiers, classes }: Service, rate: number, seed = 3, requests = 150_000): number[] {
  const times = simulateTiers(
    tiers.map(({ nodes, serversPerNode, waitsFor }) => ({ servers: nodes * serversPerNode, waitsFor })),
    classes.map(({ perUnit }, k) => ({
      rate: perUnit * rate,
      work: tiers.map(({ work }) => ({ visits: work[k]!.visits, mean: work[k]!.law?.mean ?? 0, cs2: work[k]!.law?.cs2 ?? 0 })),
    })),
    requests,
    seed,
  );
  return times.map((one) => one[Math.floor(0.99 * one.length)]!);
}

const app = (nodes: number, change = {}) => tier('app', 4, [20, 40], { nodes, ...change });
const db = (servers: number, change = {}) => tier('db', servers, [5, 25], { fixed: true, ...change });

/** The most that a p99 may be off: 150,000 requests tell it to 2 %. */
const OFF = 0.06;

/** Services and rates, with the utilisations of app and db. */
const CASES: readonly (readonly [name: string, of: Service, rate: number])[] = [
  // app: (20 + 0.3 × 40) ms × 200/s = 6.4 of 8; db: (5 + 0.3 × 25) ms × 200/s = 2.5 of 3.
  ['both busy: 80 % and 83 %', service([app(2), db(3)]), 200],
  ['the database nearly full: 94 %', service([app(6), db(8)]), 600],
  ['the app nearly full: 93 %', service([app(2), db(6)]), 232],
  ['a server of the app waits for the database', service([app(4, { waitsFor: [1] }), db(4)]), 240],
  ['constant times at the database', service([app(2), db(3, { cs2: 0 })]), 200],
  ['three visits of the database', service([app(2), db(4, { visits: [1, 3] })]), 120],
];

describe('times of classes beside a simulation of the tiers', () => {
  it.each(CASES)('%s', (_, of, rate) => {
    const waits = tierWaits(
      of,
      of.tiers.map((one) => one.nodes),
      rate,
    )!;
    simulated(of, rate).forEach((truth, k) => {
      const said = classPercentile(of, k, waits, 99);
      expect(Math.abs(said / truth - 1)).toBeLessThan(OFF);
      expect(percentileBound(of, k, waits, 99)).toBeGreaterThan(truth);
    });
  });

  it('carries what keeps the budgets: 2 % less keeps them, 4 % more does not', () => {
    const of = service([app(2), db(3)], [0.16, 0.4]);
    const carried = serviceModel(of).carriedRate([2, 1]);
    const kept = (rate: number) => simulated(of, rate).every((time, k) => time <= of.classes[k]!.budget.limit);
    expect(kept(carried * 0.98)).toBe(true);
    expect(kept(carried * 1.04)).toBe(false);
  });
});
