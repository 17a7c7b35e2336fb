import { describe, expect, it } from 'vitest';
import { onnuriLaunch } from '../../../scenarios/onnuri/launch-surge.ts';
import type { Machine } from '../../../scripts/machine/machine.ts';
import { machineProblems, mostPeople, peakArrivalRate, surgeNeeds } from '../../../scripts/machine/surge-needs.ts';

const { lab } = onnuriLaunch.profiles;
const needs = surgeNeeds(onnuriLaunch, lab);
const plenty: Machine = { platform: 'linux', cores: 2, memoryMiB: 24_000, availableMiB: 20_000, openFiles: 20_000, ephemeralPorts: 28_232 };

describe('surgeNeeds', () => {
  it('finds the peak of the lab launch: 6 + 2,000 arrivals a second', () => expect(peakArrivalRate(lab)).toBeCloseTo(2_006, 6));

  it('has a number for everybody that may arrive: well above the mean of the curve', () => {
    const mean = 170 * 6 + 2_000 * 19 + (2_000 * 2) / Math.LN2;
    expect(mostPeople(lab)).toBeGreaterThan(mean + 5 * Math.sqrt(mean));
    expect(mostPeople(lab)).toBeLessThan(mean * 1.1 + 2_000);
  });

  it('asks for a connection for everybody admitted within the client time-out: 836 / 3.8 tokens × 10 s, and a second of arrivals', () => {
    expect(needs.openFiles).toBe(2_200 + 2_006 + 256);
  });
});

describe('machineProblems', () => {
  it('is silent on a machine that is large enough', () => expect(machineProblems(needs, plenty, 50_000)).toEqual([]));

  it('says all that is too small at once, with what to do', () => {
    const problems = machineProblems(needs, { ...plenty, openFiles: 1_024, availableMiB: 300 }, 10);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toBe(
      'open files: must be at least 4462 for this profile, got 1024; raise it with `ulimit -n 4462` or take a smaller --profile',
    );
    expect(problems[1]).toMatch(/^memory: must be at least \d+ MiB .* got 300 MiB available; /);
    expect(problems[2]).toMatch(/^disk: must have at least \d+ MiB free .* got 10 MiB; /);
  });

  it('does not hold against a system what it does not tell', () => {
    expect(machineProblems(needs, { ...plenty, openFiles: null }, null)).toEqual([]);
  });
});
