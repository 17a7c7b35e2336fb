import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lognormalPeak } from '../../../../models/sizing/peak-distribution.ts';
import { relieved, serviceModel } from '../../../../models/sizing/tiers/carried-rate.ts';
import { cheapestNodes } from '../../../../models/sizing/tiers/cheapest-nodes.ts';
import { classPercentile, percentileBound } from '../../../../models/sizing/tiers/class-times.ts';
import { planService } from '../../../../models/sizing/tiers/plan-service.ts';
import type { Service } from '../../../../models/sizing/tiers/service.ts';
import { tierWaits } from '../../../../models/sizing/tiers/tier-waits.ts';
import { partner, service, tier } from './made-service.ts';

const policy = { confidence: 0.95, zones: 1, deployOut: 1 };
const planOf = (of: Service, peak: number, sd = 0) =>
  planService({ service: of, counted: 'people', units: null, peak: lognormalPeak(peak, sd), ground: '', policy, warnings: [] });

/** Small services of app, database and partner. */
const services = fc
  .record({
    app: fc.record({ ms: fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 5, max: 60 })), waits: fc.boolean() }),
    db: fc.record({
      servers: fc.integer({ min: 2, max: 8 }),
      ms: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 2, max: 30 })),
    }),
    limit: fc.integer({ min: 20, max: 400 }),
    cs2: fc.constantFrom(0, 1),
  })
  .map(({ app, db, limit, cs2 }) =>
    service([
      tier('app', 4, app.ms, { cs2, most: 6, nodes: 2, price: 2, waitsFor: app.waits ? [1] : [] }),
      tier('db', db.servers, db.ms, { cs2, most: 5, price: 3 }),
      partner('partner', limit, [0, 30]),
    ]),
  );

describe('a service with tiers', () => {
  it('answers in the exact time of two single servers in a row: the sum of two exponential times', () => {
    const of: Service = {
      classes: [{ name: 'one', perUnit: 1, budget: { percentile: 99, limit: 1 } }],
      tiers: [tier('a', 1, [50]), tier('b', 1, [80])],
    };
    // Rates of the times: 20 − 8 = 12 and 12.5 − 8 = 4.5 a second. P(R > t) = (12 e^{−4.5t} − 4.5 e^{−12t})/7.5.
    const beyond = (t: number) => (12 * Math.exp(-4.5 * t) - 4.5 * Math.exp(-12 * t)) / 7.5;
    const p99 = classPercentile(of, 0, tierWaits(of, [1, 1], 8)!, 99);
    expect(beyond(p99 * 0.997)).toBeGreaterThan(0.01);
    expect(beyond(p99 * 1.003)).toBeLessThan(0.01);
  });

  it('never carries less with more nodes, more than any tier holds, or more than without one of its tiers', () =>
    fc.assert(
      fc.property(services, fc.constantFrom(0, 1), (of, index) => {
        const model = serviceModel(of);
        const nodes = of.tiers.map((one) => one.nodes);
        const carried = model.carriedRate(nodes);
        const more = nodes.map((count, i) => (i === index ? count + 1 : count));
        expect(model.carriedRate(more)).toBeGreaterThanOrEqual(carried * (1 - 1e-3));
        const plan = planOf(of, Math.max(carried, 1));
        for (const { fullAt, withoutIt } of plan.tiers) {
          expect(carried).toBeLessThanOrEqual(fullAt * (1 + 1e-9));
          expect(withoutIt).toBeGreaterThanOrEqual(carried * (1 - 1e-3));
        }
      }),
      { numRuns: 60 },
    ));

  it('never keeps a bound below the estimate it is for, and no budget above what it keeps', () =>
    fc.assert(
      fc.property(services, fc.double({ min: 0.3, max: 0.98, noNaN: true }), (of, share) => {
        const model = serviceModel(of);
        const nodes = of.tiers.map((one) => one.nodes);
        const rate = model.carriedRate(nodes) * share;
        const waits = tierWaits(of, nodes, rate);
        fc.pre(rate > 0 && waits !== null);
        of.classes.forEach(({ budget }, k) => {
          const time = classPercentile(of, k, waits!, budget.percentile);
          expect(time).toBeLessThanOrEqual(budget.limit * 1.005);
          expect(percentileBound(of, k, waits!, budget.percentile)).toBeGreaterThan(time * 0.99);
        });
      }),
      { numRuns: 40 },
    ));

  it('finds the cheapest nodes of all that could be had', () =>
    fc.assert(
      fc.property(services, fc.integer({ min: 20, max: 500 }), (of, rate) => {
        const model = serviceModel(of);
        const found = cheapestNodes(model, rate);
        let least = Number.POSITIVE_INFINITY;
        for (let app = 1; app <= 6; app++)
          for (let db = 1; db <= 5; db++) if (model.keeps([app, db, 1], rate)) least = Math.min(least, 2 * app + 3 * db);
        expect(found?.price ?? Number.POSITIVE_INFINITY).toBe(least);
      }),
      { numRuns: 60 },
    ));
});

describe('planService', () => {
  const app = (nodes: number) => tier('app', 8, [20, 45], { nodes });
  // 13 ms of the database a person: 16 servers are full at 16/0.013 = 1,231/s; the app at 8 n/0.0335 = 239 n.
  const db = tier('db', 16, [4, 30], { fixed: true });

  it('says which tier breaks first: the app, the database, the partner', () => {
    expect(planOf(service([app(3), db]), 500).now).toMatchObject({ breaks: 'app', carried: expect.closeTo(710, -1) });
    expect(planOf(service([app(9), db]), 500).now).toMatchObject({ breaks: 'db', carried: expect.closeTo(1_200, -2) });
    // 0.3 checkouts a person: 90/s are 300 people/s.
    expect(planOf(service([app(9), db, partner('bank', 90, [0, 80])], [0.4, 0.9]), 500).now).toMatchObject({
      breaks: 'bank',
      carried: expect.closeTo(300, 0),
    });
  });

  it('says what the peak needs of each, which is enough and not one too many', () => {
    const of = service([app(3), db]);
    const plan = planOf(of, 1_000);
    const [first] = plan.tiers;
    expect(first!.needed).toBe(5);
    expect(plan.needed!.carried).toBeGreaterThanOrEqual(1_000);
    expect(serviceModel(of).keeps([4, 1], 1_000)).toBe(false);
    expect(plan.tiers[1]).toMatchObject({ needed: null, neededServers: 16, servers: 16 });
    // One node and one release more.
    expect(first!.run).toBe(6);
  });

  it('says how much larger what is fixed must be, when nodes alone are not enough', () => {
    const plan = planOf(service([app(3), db, partner('bank', 300, [0, 80])], [0.4, 0.9]), 1_400);
    expect(plan.needed).toBeNull();
    const servers = plan.tiers[1]!.neededServers!;
    // 1,400 × 0.013 = 18.2 servers are busy.
    expect(servers).toBeGreaterThanOrEqual(19);
    expect(plan.tiers[2]).toMatchObject({ neededLimit: expect.closeTo(420, 6), nodes: null });
    for (const { needed, limit } of plan.classes) expect(needed).toBeLessThanOrEqual(limit);
    const nodes = plan.tiers[0]!.needed!;
    const enough = (count: number) => serviceModel(service([app(3), { ...db, serversPerNode: count }])).keeps([nodes, 1], 1_400);
    expect([enough(servers), enough(servers - 1)]).toEqual([true, false]);
  });

  it('says after which number of nodes more buy nothing, and who stops the service then', () => {
    const [curve] = planOf(service([app(3), db]), 500).curves;
    // 239 × 5 is below 1,231 and 239 × 6 above.
    expect(curve).toMatchObject({ tier: 'app', enough: 6, next: 'db' });
    const at = (nodes: number) => curve!.points.find((one) => one.nodes === nodes)!.carried;
    expect(at(9)).toBeLessThan(at(6) * 1.01);
    expect(at(5)).toBeLessThan(at(6));
  });

  it('carries nothing where the service times alone break a budget, and refuses tiers that wait for each other', () => {
    const plan = planOf(service([app(3), db], [0.05, 0.6]), 500);
    expect(plan.now).toEqual({ carried: 0, breaks: null, probability: 0 });
    expect(plan.classes[0]!.alone).toBeGreaterThan(50);
    expect(plan.classes.map(({ needed }) => needed)).toEqual([null, null]);
    const circle = service([
      { ...app(3), waitsFor: [1] },
      { ...db, waitsFor: [0] },
    ]);
    expect(() => planOf(circle, 10)).toThrow('tiers: must not wait for each other in a circle');
  });

  it('knows the probability that what runs now is enough', () => {
    const plan = planOf(service([app(3), db]), 700, 0.1);
    expect(plan.now.probability).toBeGreaterThan(0.4);
    expect(plan.now.probability).toBeLessThan(0.7);
    expect(relieved(service([app(3), db]), 0).tiers[0]!.serversPerNode).toBe(Number.POSITIVE_INFINITY);
  });
});
