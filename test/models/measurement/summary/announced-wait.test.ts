import { describe, expect, it } from 'vitest';
import type { Admission, Unadmitted } from '../../../../models/measurement/folded-run.ts';
import { announcedAccuracy } from '../../../../models/measurement/summary/announced-wait.ts';
import { admitted, between, unadmitted } from './line.ts';

const accuracy = (admissions: readonly Admission[], left: readonly Unadmitted[] = []) =>
  announcedAccuracy({ admissions, unadmitted: left }, { announcedGraceSeconds: 5, maxAnnouncedError: 0.3 });

describe('announcedAccuracy', () => {
  it('gives a person of whom only bounds are known the instant nearest to the promise', () => {
    // Joined at 10 s, promised 12 s; let in between 15 s and 35 s.
    expect(accuracy([between(0, 15_000, 35_000, { announced: 12_000 })]).within).toBe(1);
    // Promised 2 s, and still waiting after 20 s.
    expect(accuracy([between(0, 30_000, 35_000, { announced: 2_000 })]).within).toBe(0);
  });

  it('counts people who waited and were promised nothing', () => {
    const silent = { announced: -1, joined: 10_000 };
    expect(accuracy([admitted(0, 11_500, silent)])).toEqual({ people: 1, within: 0, unpromised: 1, missed: 0 });
    expect(accuracy([], [unadmitted(0, 11_500, { ...silent, waiting: 11_200 })])).toMatchObject({ people: 1, unpromised: 1 });
    // Within a second, before the grace period is over, or within two polls of which nobody knows which one it was: nothing is owed.
    expect(accuracy([admitted(0, 10_900, silent)])).toMatchObject({ people: 0, within: null });
    expect(accuracy([admitted(0, 12_000, { announced: -1, joined: 4_000 })]).people).toBe(0);
    expect(accuracy([between(0, 10_000, 14_000, silent)]).people).toBe(0);
    expect(accuracy([between(0, 10_000, 30_000, silent)])).toMatchObject({ people: 1, unpromised: 1 });
  });

  it('believes no instant that the answers of the room contradict', () => {
    expect(accuracy([admitted(0, 20_000), admitted(1, 20_000, { disputed: true })]).within).toBe(0.5);
  });

  it('counts people who stood in line when their wait was over, and not those who left before', () => {
    const promised = { joined: 10_000, announced: 10_000 };
    expect(accuracy([], [unadmitted(0, 60_000, promised)])).toEqual({ people: 1, within: 0, unpromised: 0, missed: 1 });
    // Left after 12 s of 10 s promised: within the tolerance of 30 %. Left after 5 s: nobody knows.
    expect(accuracy([], [unadmitted(0, 22_000, promised), unadmitted(0, 15_000, promised)])).toMatchObject({ people: 0, within: null });
  });
});
