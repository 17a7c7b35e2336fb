import { describe, expect, it } from 'vitest';
import { plannedAttempts, plannedPeople } from '../../../../models/verdict/criteria/planned-samples.ts';
import type { SurgeProfile } from '../../../../models/workload/surge/surge.ts';
import { openSurge, profile, surge } from '../../made-surge.ts';
import { walk } from '../runs.ts';

const planned = (name: string, attempts = 0, over: Partial<SurgeProfile> = {}): number => {
  const step = surge.steps.find((one) => one.name === name)!;
  return plannedAttempts(step, attempts, { configuration: { surge, profile: { ...profile, ...over } }, walk });
};

describe('planned samples', () => {
  it('are one of each person whose journey made the step on the walk', () => {
    // 60 s × 100/s; half of them pay.
    expect([planned('queue-join'), planned('login'), planned('pay')]).toEqual([6_000, 6_000, 3_000]);
    expect(planned('cancel')).toBe(0);
  });

  it('are as many as there were where that is more, and without a walk', () => {
    expect([planned('pay', 9_000), planned('cancel', 7)]).toEqual([9_000, 7]);
    expect(plannedAttempts(surge.steps[0]!, 12, { configuration: { surge, profile }, walk: null })).toBe(12);
  });

  it('are those of judged phases', () => {
    const phases = [
      { name: 'warm-up', from: 0, judged: false },
      { name: 'surge', from: 30, judged: true },
      { name: 'drain', from: 50, judged: false },
    ];
    expect(planned('queue-join', 0, { phases })).toBeCloseTo(2_000);
  });

  it('are bounded by the admission of a waiting room that surgeproof started', () => {
    const service = { nodes: 1, admissionTokens: 30, doorsOpenAfter: 0 };
    // 30 tokens a second at 0.5 · 5 + 0.5 · 1 = 3 tokens a person: ten people a second. Everyone joins all the same.
    expect([planned('login', 0, { service }), planned('queue-join', 0, { service })]).toEqual([600, 6_000]);
    expect(plannedPeople({ surge, profile: { ...profile, service: null } }).entering).toBe(6_000);
    expect(plannedPeople({ surge: openSurge, profile: { ...profile, service } }).entering).toBe(6_000);
    const strange = { ...surge, journeys: [{ name: 'a', title: 'A', share: 1, lane: 'unknown' }] };
    expect(plannedPeople({ surge: strange, profile: { ...profile, service } }).entering).toBe(1_800);
  });
});
