import type { EndLine, UserCounts } from '../../workload/log/measurement-log.ts';
import type { VuRecord } from '../folded-run.ts';

/** Where the users of one VU were, second by second. */
export interface UserTimeline {
  put(second: number, users: UserCounts): void;
  end(line: EndLine): void;
  hasEnded(): boolean;
  lastSecond(): number;
  /** Counts at the end of the VU's part of the log. */
  last(): UserCounts;
  /** Adds the people in the queue and inside to each second; a VU that says nothing keeps its last counts. */
  addTo(inLine: Float64Array, active: Float64Array): void;
  /** Seconds it should have written and did not: all until its end line, or until the run's last second. */
  silent(runLastSecond: number): number[];
  record(vu: number, runLastSecond: number): VuRecord;
}

export const NOBODY: UserCounts = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };

/** Field-wise sum. */
export function addUsers(a: UserCounts, b: UserCounts): UserCounts {
  return {
    arrived: a.arrived + b.arrived,
    finished: a.finished + b.finished,
    gaveUp: a.gaveUp + b.gaveUp,
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
      seconds[second] = known === undefined ? users : later(known, users);
    },
    end(line) {
      end = end === null || laterEnd(end, line) ? line : end;
    },
    hasEnded: () => end !== null,
    lastSecond,
    last: () => end?.users ?? seconds[seconds.length - 1] ?? NOBODY,
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

const ended = (users: UserCounts): number => users.finished + users.gaveUp + users.failed;

/** Of two counts of one VU and second the one further on: counts of arrivals and of people who are done never fall. */
function later(a: UserCounts, b: UserCounts): UserCounts {
  const order =
    a.arrived - b.arrived ||
    ended(a) - ended(b) ||
    a.active - b.active ||
    a.finished - b.finished ||
    a.failed - b.failed ||
    a.inLine - b.inLine;
  return order >= 0 ? a : b;
}

function laterEnd(known: EndLine, line: EndLine): boolean {
  if (line.second !== known.second) return line.second > known.second;
  if (line.reason !== known.reason) return line.reason === 'stopped';
  return later(known.users, line.users) === line.users;
}
