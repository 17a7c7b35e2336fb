import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentialService, scaledService } from '../../../../models/capacity/laws/service-law.ts';
import { spareNodes } from '../../../../models/sizing/losses.ts';
import { probabilityKept } from '../../../../models/sizing/nodes-for.ts';
import { lognormalPeak, peakDistribution } from '../../../../models/sizing/peak-distribution.ts';
import { planServers } from '../../../../models/sizing/plan-servers.ts';
import { type InstanceType, type Prices, USUAL_POLICY } from '../../../../models/sizing/policy.ts';
import { instancePlans } from '../../../../models/sizing/prices/instance-plans.ts';
import { regretOf } from '../../../../models/sizing/prices/regret.ts';
import { nodeTable } from '../../../../models/sizing/schedule/node-table.ts';

const world = { service: exponentialService(0.04), serversPerNode: 4, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 } as const;
const policy = { ...USUAL_POLICY, budget: { percentile: 99, limit: 0.3 } };
const prices = { perNodeHour: 100, currency: 'KRW', hours: 10 };

/** Every type with every number up to 60, each tried by itself: the slow twin. */
function bruteForce(types: readonly InstanceType[], rate: number, zones: number): number {
  const peak = peakDistribution(lognormalPeak(rate, 0.1));
  let least = Number.POSITIVE_INFINITY;
  for (const { perHour, relativeSpeed = 1, servers = 4 } of [{ perHour: prices.perNodeHour }, ...types] as InstanceType[]) {
    const own = { ...world, service: scaledService(world.service, 1 / relativeSpeed), serversPerNode: servers };
    for (let nodes = 1; nodes <= 60; nodes++) {
      if (probabilityKept([own], nodes, { peak, target: policy.budget }) < 0.95) continue;
      least = Math.min(least, spareNodes(nodes, { zones, deployOut: 1 }) * perHour * prices.hours);
    }
  }
  return least;
}

describe('instancePlans', () => {
  const type = fc.record({
    name: fc.constantFrom('small', 'large', 'fast'),
    perHour: fc.integer({ min: 20, max: 400 }),
    relativeSpeed: fc.constantFrom(0.5, 1, 1.5, 2),
    servers: fc.constantFrom(2, 4, 8),
  });

  it('finds the cheapest of all types and numbers', () =>
    fc.assert(
      fc.property(
        fc.array(type, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 50, max: 900 }),
        fc.constantFrom(1, 3),
        (types, rate, zones) => {
          const peak = peakDistribution(lognormalPeak(rate, 0.1));
          const plans = instancePlans({ peak, best: world, worlds: [world], policy: { ...policy, zones }, prices: { ...prices, types } });
          expect(plans.types[0]!.perEvent).toBe(bruteForce(types, rate, zones));
        },
      ),
      { numRuns: 25 },
    ));

  it('says why a type will not do, and has the plan itself among the types', () => {
    const types = [{ name: 'slow', perHour: 1, relativeSpeed: 0.4 }];
    const plan = planServers({
      peak: lognormalPeak(1000, 0.1),
      ground: '',
      node: { serviceTime: 0.04, serversPerNode: 4 },
      policy: { ...policy, prices: { ...prices, types } },
      demand: [],
      standard: {},
      assumptions: [],
      warnings: [],
    });
    const [own, slow] = plan.instances!.types;
    expect([own!.needed, own!.nodes, own!.perEvent]).toEqual([plan.needed.nodes, plan.recommended, plan.cost!.perEvent]);
    // p99 of an exponential service of 40 ms ÷ 0.4: 100 ms × ln 100 = 460.5 ms.
    expect(slow).toMatchObject({ nodes: null, perEvent: null, reason: expect.stringContaining('460.5 ms') });
    expect(plan.regret).toBeNull();
  });
});

describe('regretOf', () => {
  const peak = peakDistribution(lognormalPeak(1000, 0.2));
  const table = nodeTable([world], policy.budget);
  const at = (miss: NonNullable<Prices['miss']>) => regretOf(table, peak, { ...prices, miss });

  it('adds up: what is paid and what is missed, less the mean of the best choices, is the regret', () => {
    const { rows } = at({ perMinute: 1000, minutes: 30 });
    const constant = rows.map(({ spend, tooFew, regret }) => spend + tooFew - regret);
    for (const one of constant) expect(one).toBeCloseTo(constant[0]!, 6);
    for (const { regret } of rows) expect(regret).toBeGreaterThanOrEqual(0);
  });

  it('takes the number at the fractile that the two prices leave: 1 − p·h/M for one node more', () => {
    // A node more costs 100 × 10 and saves M × P(the peak lies between the two): the optimum is where that density falls below 1,000/M.
    const { best, rows } = at({ perMinute: 1000, minutes: 30 });
    const row = (nodes: number) => rows.find((one) => one.nodes === nodes)!;
    expect((row(best - 1).broken - row(best).broken) * 30_000).toBeGreaterThanOrEqual(1000);
    expect((row(best).broken - row(best + 1).broken) * 30_000).toBeLessThanOrEqual(1000);
  });

  it('takes more nodes the dearer a broken minute is, and the fewest where it is free', () => {
    const bests = [0, 10, 200, 1000, 100_000].map((perMinute) => at({ perMinute, minutes: 30 }).best);
    expect(bests).toEqual([...bests].sort((a, b) => a - b));
    expect(bests[0]).toBe(at({ perMinute: 0, minutes: 30 }).rows[0]!.nodes);
    expect(bests.at(-1)).toBeGreaterThan(bests[0]! + 5);
  });

  it('breaks the budget as often as the plan says', () => {
    for (const { nodes, broken } of at({ perMinute: 1, minutes: 1 }).rows)
      expect(broken).toBeCloseTo(1 - probabilityKept([world], nodes, { peak, target: policy.budget }), 1);
  });
});
