import { describe, expect, it } from 'vitest';
import { lognormalPeak } from '../../../models/sizing/peak-distribution.ts';
import { type PlanInputs, planServers } from '../../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';
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
  });
});
