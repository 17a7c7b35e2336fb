import { describe, expect, it } from 'vitest';
import { NO_RETRY } from '../../../models/definition/resolve/built-in-defaults.ts';
import type { Surge, SurgeProfile } from '../../../models/workload/surge/surge.ts';
import type { Machine } from '../../../scripts/machine/machine.ts';
import { expectedPeople, machineProblems, mostPeople, surgeNeeds } from '../../../scripts/machine/surge-needs.ts';

/** A launch of 2,000 people a second over 6 a second, half of them in a lane that costs four times as much. */
const launch: SurgeProfile = {
  description: '',
  arrivalSeconds: 170,
  drainSeconds: 30,
  arrivals: {
    shape: 'sum',
    of: [
      { shape: 'constant', rate: 6 },
      { shape: 'step-decay', at: 20, peak: 2_000, hold: 19, halfLife: 2 },
    ],
  },
  evenSpacing: false,
  phases: [{ name: 'all', from: 0, judged: true }],
  hosts: 4,
  clientTimeout: 10_000,
  retry: NO_RETRY,
  impatienceMedian: 3_600_000,
  thinkScale: 1,
  service: { nodes: 4, admissionTokens: 500, doorsOpenAfter: 0 },
};
const surge: Pick<Surge, 'journeys' | 'lanes'> = {
  lanes: [
    { name: 'short', cost: 1 },
    { name: 'long', cost: 4 },
  ],
  journeys: [
    { name: 'a', title: '', share: 0.5, lane: 'short' },
    { name: 'b', title: '', share: 0.5, lane: 'long' },
  ],
};
const needs = surgeNeeds(surge, launch);
const plenty: Machine = { platform: 'linux', cores: 2, memoryMiB: 24_000, availableMiB: 20_000, openFiles: 20_000, ephemeralPorts: 28_232 };

describe('surgeNeeds', () => {
  it('finds the peak: 6 + 2,000 arrivals a second', () => expect(needs.peakArrivalRate).toBeCloseTo(2_006, 6));

  it('has a number for everybody that may arrive: well above the mean of the curve', () => {
    const mean = 170 * 6 + 2_000 * 19 + (2_000 * 2) / Math.LN2;
    expect(expectedPeople(launch)).toBeCloseTo(mean, 0);
    expect(mostPeople(launch)).toBeGreaterThan(mean + 5 * Math.sqrt(mean));
    expect(mostPeople(launch)).toBeLessThan(mean * 1.1 + 2_000);
  });

  it('asks for a connection for everybody admitted within the client time-out: 500 / 2.5 tokens × 10 s, and a second of arrivals', () => {
    expect(needs.openFiles).toBe(2_000 + 2_006 + 256);
  });

  it('lets everybody in at once where there is no waiting room, and no service to be started', () => {
    const open = surgeNeeds({ lanes: [], journeys: [{ name: 'a', title: '', share: 1, lane: null }] }, { ...launch, service: null });
    expect(open.openFiles).toBe(20_060 + 2_006 + 256);
    expect(open.people).toBe(needs.people);
  });
});

describe('machineProblems', () => {
  it('is silent on a machine that is large enough', () => expect(machineProblems(needs, plenty, 50_000)).toEqual([]));

  it('says all that is too small at once, with what to do', () => {
    const problems = machineProblems(needs, { ...plenty, openFiles: 1_024, availableMiB: 300 }, 10);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toBe(
      'open files: must be at least 4262 for this profile, got 1024; raise it with `ulimit -n 4262` or take a smaller --profile',
    );
    expect(problems[1]).toMatch(/^memory: must be at least \d+ MiB .* got 300 MiB available; /);
    expect(problems[2]).toMatch(/^disk: must have at least \d+ MiB free .* got 10 MiB; /);
  });

  it('does not hold against a system what it does not tell', () => {
    expect(machineProblems(needs, { ...plenty, openFiles: null }, null)).toEqual([]);
  });
});
