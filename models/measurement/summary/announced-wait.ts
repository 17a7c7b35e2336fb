import type { QueueLimits } from '../../workload/surge/budget.ts';
import type { Admission, FoldedRun, Unadmitted } from '../folded-run.ts';

/** Differences below the shortest poll interval of the waiting room cannot be seen by the person waiting. Milliseconds. */
const RESOLUTION = 1_000;
/** Who certainly waited longer than `OWED` is owed an announcement; who merely heard nothing, between two polls, after `UNHEARD`. Milliseconds. */
const OWED = 1_000;
const UNHEARD = 5_000;

export type AnnouncementLimits = Pick<QueueLimits, 'announcedGraceSeconds' | 'maxAnnouncedError'>;

/** How well the waits announced at joining came true. */
export interface AnnouncedAccuracy {
  /** People who joined after the grace period and were promised a wait, or were owed one. */
  readonly people: number;
  /** Share of them whose real wait was within the tolerance; null without people. */
  readonly within: number | null;
  /** Those among them who waited and were promised nothing, and those who were not let in when their wait was over. */
  readonly unpromised: number;
  readonly missed: number;
}

type Line = Pick<FoldedRun, 'admissions' | 'unadmitted'>;
type Person = Admission | Unadmitted;

/** People let in whose announced wait counts: the first few seconds of a surge give the room nothing to estimate from. */
export function announcedPeople(admissions: readonly Admission[], graceSeconds: number): Admission[] {
  return admissions.filter(({ joined, announced }) => announced >= 0 && joined >= graceSeconds * 1_000);
}

/** Whether somebody waited long enough to be owed an announcement. `certain`: last instant of which it is sure that the person waited. */
const isOwed = ({ joined }: Person, certain: number, heard: number): boolean => certain - joined > OWED || heard - joined > UNHEARD;

/** The wait within its bounds that is nearest to the announced one. */
function realWait({ joined, announced, earliest, latest }: Admission): number {
  return Math.min(latest, Math.max(earliest, joined + announced)) - joined;
}

function isWithin(person: Admission, tolerance: number): boolean {
  if (person.disputed) return false;
  const real = realWait(person);
  return Math.abs(person.announced - real) <= Math.max(tolerance * real, RESOLUTION);
}

/** The announced wait is over, and the person stood in line all the same. */
function isMissed({ joined, left, announced }: Unadmitted, tolerance: number): boolean {
  return announced >= 0 && left - joined - announced > Math.max(tolerance * (left - joined), RESOLUTION);
}

/**
 * Compares announced and real waits: |announced − real| ≤ max(tolerance · real, 1 s). Who was let in at an instant that is known within
 * bounds is given the one nearest to the promise; a promise is not kept by an instant that the room's own answers contradict. Who left the line before the promised wait was over shows nothing and is left out.
 *
 * @example announcedAccuracy({ admissions: [{ lane: 'a', ticket: 1, joined: 9000, announced: 12000, told: 19500, admitted: 19000, earliest: 19000, latest: 19000, disputed: false }], unadmitted: [] }, { announcedGraceSeconds: 5, maxAnnouncedError: 0.3 }).within // => 1
 */
export function announcedAccuracy({ admissions, unadmitted }: Line, limits: AnnouncementLimits): AnnouncedAccuracy {
  const { announcedGraceSeconds: grace, maxAnnouncedError: tolerance } = limits;
  const counted = <One extends Person>(people: readonly One[]): One[] => people.filter(({ joined }) => joined >= grace * 1_000);
  const silent = ({ announced }: Person): boolean => announced < 0;
  const unpromised =
    counted(admissions).filter((person) => silent(person) && isOwed(person, person.earliest, wordOf(person))).length +
    counted(unadmitted).filter((person) => silent(person) && isOwed(person, person.waiting, person.left)).length;
  const missed = counted(unadmitted).filter((person) => isMissed(person, tolerance)).length;
  const promised = announcedPeople(admissions, grace);
  const right = promised.filter((person) => isWithin(person, tolerance)).length;
  const people = promised.length + unpromised + missed;
  return { people, within: people === 0 ? null : right / people, unpromised, missed };
}

/** When the person heard of being let in; where the instant itself is known, that. */
const wordOf = ({ told, earliest, latest }: Admission): number => (earliest === latest ? latest : told);
