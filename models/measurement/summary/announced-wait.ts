import type { QueueLimits } from '../../workload/surge/budget.ts';
import type { Admission } from '../folded-run.ts';

/** Differences below the shortest poll interval of the waiting room cannot be seen by the person waiting. Milliseconds. */
const RESOLUTION = 1_000;

export type AnnouncementLimits = Pick<QueueLimits, 'announcedGraceSeconds' | 'maxAnnouncedError'>;

/** How well the waits announced at joining came true. */
export interface AnnouncedAccuracy {
  /** People who joined after the grace period and were promised a wait. */
  readonly people: number;
  /** Share of them whose real wait was within the tolerance; null without people. */
  readonly within: number | null;
}

/** People whose announced wait counts: the first few seconds of a surge give the room nothing to estimate from. */
export function announcedPeople(admissions: readonly Admission[], graceSeconds: number): Admission[] {
  return admissions.filter(({ joined, announced }) => announced >= 0 && joined >= graceSeconds * 1_000);
}

/**
 * Compares announced and real waits: |announced − real| ≤ max(tolerance · real, 1 s).
 *
 * @example announcedAccuracy([{ lane: 'a', ticket: 1, joined: 9000, admitted: 19000, announced: 12000 }], { announcedGraceSeconds: 5, maxAnnouncedError: 0.3 }).within // => 1
 */
export function announcedAccuracy(admissions: readonly Admission[], limits: AnnouncementLimits): AnnouncedAccuracy {
  const people = announcedPeople(admissions, limits.announcedGraceSeconds);
  const within = people.filter(({ joined, admitted, announced }) => {
    const real = admitted - joined;
    return Math.abs(announced - real) <= Math.max(limits.maxAnnouncedError * real, RESOLUTION);
  });
  return { people: people.length, within: people.length === 0 ? null : within.length / people.length };
}
