import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../models/refusal.ts';
import { BALANCERS } from '../../../models/results/plan/balancer.ts';
import type { PlanFile } from '../../../models/results/plan/plan.ts';
import { lognormalPeak } from '../../../models/sizing/peak-distribution.ts';
import { type PlanInputs, planServers } from '../../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';
import { planSentences } from '../../../reports/plan/plan-sentences.ts';

interface Drawn {
  readonly rate: number;
  readonly sd: number;
  readonly limit: number;
  readonly servers: number;
  readonly contention: number;
  readonly coherency: number;
  readonly zones: number;
  readonly deployOut: number;
}

const drawn = {
  rate: fc.integer({ min: 5, max: 2000 }),
  sd: fc.constantFrom(0, 0.1, 0.3),
  limit: fc.double({ min: 0.19, max: 0.8, noNaN: true }),
  servers: fc.integer({ min: 1, max: 8 }),
  contention: fc.constantFrom(0, 0.01, 0.05),
  coherency: fc.constantFrom(0, 0.0005, 0.005),
  zones: fc.integer({ min: 1, max: 4 }),
  deployOut: fc.integer({ min: 0, max: 3 }),
};

function inputsOf(one: Drawn, change: Partial<PlanInputs['policy']>, cs2 = 1): PlanInputs {
  const { servers, contention, coherency, zones, deployOut } = one;
  return {
    peak: lognormalPeak(one.rate, one.sd),
    ground: 'given',
    node: { serviceTime: 0.04, serversPerNode: servers, cs2, contention, coherency },
    policy: {
      ...USUAL_POLICY,
      budget: { percentile: 99, limit: one.limit },
      zones,
      deployOut,
      balancer: 'shared',
      arrivals: POISSON,
      ...change,
    },
    demand: [],
    standard: {},
    assumptions: [],
    warnings: [],
  };
}

/** The plan, or null where there is none for a reason that is told. */
function planOrRefusal(inputs: PlanInputs): PlanFile | null {
  try {
    return planServers(inputs);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).message).toMatch(/^infeasible: /);
    return null;
  }
}

/** Known, so that no bursts are priced. */
const POISSON = { ca2: 1, dispersion: [], ground: 'given' };

const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replaceAll(',', ''));

/** Every number of nodes that a plan names, against its own curve. */
function holdsTogether(plan: PlanFile): void {
  const at = (nodes: number) => plan.curve.find((point) => point.nodes === nodes)!.probability;
  for (const { nodes, name } of plan.situations)
    if (name !== 'autoscaler') expect(at(nodes)).toBeGreaterThanOrEqual(plan.confidence - 1e-6);
  expect(plan.recommended).toBe(Math.max(...plan.situations.map((one) => one.nodes)));
  expect(at(plan.recommended)).toBeGreaterThanOrEqual(plan.confidence - 1e-6);
  const level = plan.levels.find((one) => one.confidence === plan.confidence)!;
  expect(level.nodes).toBe(plan.needed.nodes);
  expect(level.budgeted).toBeLessThanOrEqual(plan.budget.limit * (1 + 1e-6));
  expect(plan.capacity.withinBudget).toBeGreaterThanOrEqual(level.peakRate * (1 - 1e-6));
  if (plan.rejected) expect(at(plan.rejected.nodes)).toBeLessThan(plan.confidence);
  const sentences = planSentences(plan);
  expect(numberIn(sentences[0]!, /^Run ([\d,]+) nodes?/)).toBe(plan.recommended);
  const held = numberIn(sentences.join('\n'), /holds? ([\d,.]+)\/s within the budget/);
  // Written with three digits.
  expect(held).toBeGreaterThanOrEqual(level.peakRate * 0.99);
  expect(sentences.join('\n')).not.toContain('without end');
}

describe('a plan', () => {
  it('never names a number of nodes that its own curve rejects, with contention, zones and deploys, or says which numbers do', () => {
    let [planned, refused] = [0, 0];
    fc.assert(
      fc.property(fc.record(drawn), (one) => {
        const plan = planOrRefusal(inputsOf(one, {}));
        if (plan === null) refused++;
        else planned++;
        if (plan !== null) holdsTogether(plan);
      }),
      { numRuns: 25, seed: 7 },
    );
    // A test that only sees refusals, or none, holds nothing.
    expect(planned).toBeGreaterThan(5);
    expect(refused).toBeGreaterThan(2);
  });

  it.each(BALANCERS)('holds together behind %s, with a service that is not exponential', (balancer) => {
    const one = { rate: 600, sd: 0.1, limit: 0.4, servers: 4, contention: 0.002, coherency: 0, zones: 3, deployOut: 1 };
    holdsTogether(planOrRefusal(inputsOf(one, { balancer }, 0.5))!);
  });

  it('is refused with the range that holds where a lost zone needs more nodes than may run', () => {
    const one = { rate: 90, sd: 0, limit: 0.21, servers: 1, contention: 0.002, coherency: 0.001, zones: 2, deployOut: 0 };
    expect(() => planServers(inputsOf(one, {}))).toThrow(/infeasible: \d+ to \d+ nodes keep p99 within 210 ms .* a lost zone needs \d+/);
  });
});
