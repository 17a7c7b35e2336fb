import { describe, expect, it } from 'vitest';
import { lognormalPeak } from '../../../models/sizing/peak-distribution.ts';
import { type PlanInputs, planServers } from '../../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';
import { planSentences } from '../../../reports/plan/plan-sentences.ts';
import { madeLadder } from '../capacity/made-step.ts';

const target = { percentile: 99, limit: 0.2 };

const policy = { ...USUAL_POLICY, budget: target, balancer: 'shared', arrivals: { ca2: 1, dispersion: [], ground: 'given' } } as const;

const inputs: PlanInputs = {
  peak: lognormalPeak(1200, 0.1),
  ground: 'given',
  node: { serviceTime: 0.04, serversPerNode: 8 },
  policy,
  demand: [],
  standard: {},
  assumptions: [],
  warnings: [],
};

describe('planServers', () => {
  it('answers the question of 1,200 payments: 8 nodes of 8 for the peak, 12 with a zone lost', () => {
    const plan = planServers(inputs);
    expect([plan.needed.nodes, plan.recommended]).toEqual([8, 12]);
    expect(plan.levels.map((one) => one.nodes)).toEqual([7, 7, 8]);
    expect(plan.rejected!.sentence).toMatch(
      /^7 nodes were rejected: at the P95 peak of 1,407\/s more requests come than they can answer \(1,400\/s at most\)/,
    );
    expect(plan.capacity).toMatchObject({ nominal: 2400, selfHealing: 600 });
    expect(plan.drivers.find((one) => one.name === 'service time')!.high.nodes).toBeNull();
    expect(planServers(inputs)).toEqual(plan);
  });

  it('counts the cost, one node, one zone and a node with contention', () => {
    const small = { ...policy, zones: 1, deployOut: 0, prices: { perNodeHour: 2, currency: 'EUR', hours: 3 } };
    const plan = planServers({
      ...inputs,
      peak: lognormalPeak(10, 0),
      policy: small,
      node: { serviceTime: 0.04, serversPerNode: 8, cs2: 0.5, contention: 0.01 },
    });
    expect([plan.needed.nodes, plan.recommended, plan.rejected, plan.cost!.perEvent]).toEqual([1, 2, null, 12]);
  });

  it('rejects by latency where the queue does not grow', () => {
    const plan = planServers({
      ...inputs,
      node: { serviceTime: 0.04, serversPerNode: 1 },
      policy: { ...policy, waitingRoom: { queued: 10, requestsPerPerson: 1, arrivalRate: 1000 } },
    });
    expect(plan.rejected!.sentence).toMatch(/p99 is [\d.,]+ ms against a budget of 200 ms/);
    expect(plan.waitingRoom!.curve[0]!.drainSeconds).toBeNull();
  });

  it('plans from a measured ladder, with intervals and the steps beside the fit', () => {
    const steps = madeLadder({ servers: 8, serviceTime: 0.03, cs2: 0.5, seed: 5, seconds: 30 });
    const capacity = {
      schema: 'surgeproof/capacity',
      version: 1,
      target: 'made',
      simulated: true,
      measuredAt: '',
      steps: [...steps, { ...steps[0]!, generator: { valid: false, reason: 'weak' } }],
    } as const;
    const plan = planServers({ ...inputs, node: capacity });
    expect(plan.node.servers.low).toBeLessThanOrEqual(8);
    expect(plan.node.servers.high).toBeGreaterThanOrEqual(8);
    expect(plan.needed.low).toBeLessThanOrEqual(plan.needed.nodes);
    expect(plan.needed.high).toBeGreaterThanOrEqual(6);
    expect(plan.fit!.steps.map((step) => step.used)).toEqual([true, true, true, true, true, false]);
    expect(plan.drivers.map((one) => one.name)).toContain('choice of the model');
    // One node was measured, so the ladder is evidence for two, which hold about twice 8/0.03.
    expect(plan.fit!.proven).toMatchObject({ measured: 1, nodes: 2 });
    expect(plan.fit!.proven.withinBudget).toBeGreaterThan(0.8 * 2 * (8 / 0.03));
    expect(planSentences(plan)[0]).toContain('provided that nothing they share saturates beyond 2 nodes');
    expect(planSentences(plan)[1]).toMatch(
      /^The ladder is evidence for 2 nodes \(twice the 1 that was measured\).* saturate \d nodes before/,
    );
    expect(planSentences({ ...plan, needed: { ...plan.needed, nodes: 2 } }).join(' ')).not.toMatch(/evidence|provided/);
    // What was measured varies within its interval alone.
    const variability = plan.drivers.find((one) => one.name === 'variability of the service')!;
    expect(variability.kind).toBe('measured');
    const ends = [variability.low, variability.high].map(({ label }) => Number(/^cs² ([\d.]+)$/.exec(label)![1]));
    expect(ends[0]).toBeLessThanOrEqual(ends[1]!);
    for (const end of ends) expect(Math.abs(end - 0.5)).toBeLessThan(0.15);
    expect(plan.drivers.find((one) => one.name === 'peak demand')!.high.nodes).toBe(plan.needed.nodes);
  });

  it('starts every driver at its own number', () => {
    const { drivers, needed } = planServers({
      ...inputs,
      peak: lognormalPeak(300, 0.1),
      policy: { ...policy, balancer: null, arrivals: null },
    });
    const of = (name: string) => drivers.find((one) => one.name === name)!;
    // The confidence is that of P95, so this end is the plan; what is planned for the worst is its own end, too.
    expect(of('peak demand').high.nodes).toBe(needed.nodes);
    expect(of('retries').low.nodes).toBe(needed.nodes);
    expect(of('balancing').high.nodes).toBe(needed.nodes);
    for (const { name, low, high } of drivers) {
      expect(low.nodes ?? 0, name).toBeLessThanOrEqual(needed.nodes);
      expect(high.nodes ?? Number.POSITIVE_INFINITY, name).toBeGreaterThanOrEqual(needed.nodes);
    }
  });

  it('names no driver for what is known, and halves and doubles a variability that was given by hand', () => {
    const bursts = { ca2: 1, dispersion: [{ seconds: 0.2, value: 3, rate: null }], ground: 'access log' };
    const node = { serviceTime: 0.04, serversPerNode: 8, cs2: 0 };
    const { drivers, needed } = planServers({
      ...inputs,
      node,
      peak: lognormalPeak(1200, 0),
      policy: { ...policy, retries: 0, arrivals: bursts },
    });
    const labels = Object.fromEntries(drivers.map(({ name, low, high }) => [name, [low.label, high.label]]));
    expect(labels['variability of the service']).toEqual(['lognormal, cs² 0', 'lognormal, cs² 0.5']);
    expect(labels['bursts of the arrivals']).toEqual(['no bursts', 'as they were counted']);
    expect(drivers.find((one) => one.name === 'bursts of the arrivals')!.high.nodes).toBe(needed.nodes);
    expect(labels['peak demand']).toBeUndefined();
    expect(labels.balancing).toBeUndefined();
  });
});
