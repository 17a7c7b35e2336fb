import type { Booked, EndLine, UserCounts } from '../../workload/log/measurement-log.ts';
import type { VuRecord } from '../folded-run.ts';

/** Where the users of one VU were, second by second. */
export interface UserTimeline {
  put(second: number, users: UserCounts): void;
  end(line: EndLine): void;
  hasEnded(): boolean;
  lastSecond(): number;
  /** Counts at the end of the VU's part of the log. */
  last(): UserCounts;
  /** Active people who were merely thinking when the VU ended. */
  thinking(): number;
  /** What the VU says that it has booked; null without such a word. */
  booked(): Booked | null;
  /** Adds the people in the queue and inside to each second; a VU that says nothing keeps its last counts. */
  addTo(inLine: Float64Array, active: Float64Array): void;
  /** Seconds it should have written and did not: all until its end line, or until the run's last second. */
  silent(runLastSecond: number): number[];
  record(vu: number, runLastSecond: number): VuRecord;
}

export const NOBODY: UserCounts = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };

/** Field-wise sum; optional counts are left out while 0. */
export function addUsers(a: UserCounts, b: UserCounts): UserCounts {
  const turnedAway = (a.turnedAway ?? 0) + (b.turnedAway ?? 0);
  const lostPatience = (a.lostPatience ?? 0) + (b.lostPatience ?? 0);
  return {
    arrived: a.arrived + b.arrived,
    finished: a.finished + b.finished,
    ...(turnedAway > 0 ? { turnedAway } : {}),
    gaveUp: a.gaveUp + b.gaveUp,
    ...(lostPatience > 0 ? { lostPatience } : {}),
    failed: a.failed + b.failed,
    inLine: a.inLine + b.inLine,
    active: a.active + b.active,
  };
}

export function createUserTimeline(): UserTimeline {
  const seconds: (UserCounts | undefined)[] = [];
  let end: EndLine | null = null;
  const silent = (runLastSecond: number): number[] => {
    const until = end?.second ?? runLastSecond;
    return Array.from({ length: until }, (_, second) => second).filter((second) => seconds[second] === undefined);
  };
  const lastSecond = (): number => Math.max(seconds.length - 1, end?.second ?? 0);
  return {
    put(second, users) {
      while (seconds.length < second) seconds.push(undefined);
      const known = seconds[second];
      seconds[second] = known === undefined || order(users, known) > 0 ? users : known;
    },
    end(line) {
      end = end === null || laterEnd(end, line) ? line : end;
    },
    hasEnded: () => end !== null,
    lastSecond,
    last: () => end?.users ?? seconds[seconds.length - 1] ?? NOBODY,
    thinking: () => end?.thinking ?? 0,
    booked: () => end?.booked ?? null,
    addTo(inLine, active) {
      let now = NOBODY;
      for (let second = 0; second < inLine.length; second++) {
        now = (end !== null && second >= end.second ? end.users : seconds[second]) ?? now;
        inLine[second] = inLine[second]! + now.inLine;
        active[second] = active[second]! + now.active;
      }
    },
    silent,
    record: (vu, runLastSecond) => ({
      vu,
      lastSecond: lastSecond(),
      ended: end?.reason ?? 'cut',
      silentSeconds: silent(runLastSecond).length,
    }),
  };
}

const ended = ({ finished, turnedAway = 0, gaveUp, lostPatience = 0, failed }: UserCounts): number =>
  finished + turnedAway + gaveUp + lostPatience + failed;

/** Which of two counts of one VU and second is further on, above 0 for `a`: counts of arrivals and of people who are done never fall. */
function order(a: UserCounts, b: UserCounts): number {
  return (
    a.arrived - b.arrived ||
    ended(a) - ended(b) ||
    a.active - b.active ||
    a.finished - b.finished ||
    a.failed - b.failed ||
    (a.turnedAway ?? 0) - (b.turnedAway ?? 0) ||
    (a.lostPatience ?? 0) - (b.lostPatience ?? 0) ||
    a.inLine - b.inLine
  );
}

function laterEnd(known: EndLine, line: EndLine): boolean {
  if (line.second !== known.second) return line.second > known.second;
  if (line.reason !== known.reason) return line.reason === 'stopped';
  // Of two lines that say the same of everybody, the one that excuses fewer people.
  return (order(line.users, known.users) || (known.thinking ?? 0) - (line.thinking ?? 0)) > 0;
}
