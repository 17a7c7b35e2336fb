import { CLOCK_DIFFERENCE, type Host, headersWith } from '../users/context.ts';
import { STATE } from '../users/rows.ts';
import type { Admitted } from '../waiting-room/line-end.ts';
import type { Active, JourneyEnd } from './active.ts';
import { GaveUp } from './gave-up.ts';

/** Where the line ends: people begin their journey here, or go on with it. */
export interface Gate {
  admitted(row: number, admitted: Admitted): void;
  gaveUp(row: number, cause: string): void;
  lostPatience(row: number, cause: string): void;
  /** A function of the surge file threw for somebody in line. */
  broke(row: number, step: number, error: unknown): void;
  /** Puts an active user back into the line; resolves past the gate. */
  queueAgain(user: Active): Promise<void>;
}

export interface GateDeps {
  readonly host: Host;
  /** Begins the journey of a person. */
  begin(row: number, admitted: Admitted): void;
  leaveLine(row: number, end: JourneyEnd): void;
  breakInLine(row: number, step: number, error: unknown): void;
  /** Joins the line; null without a waiting room. */
  readonly join: ((row: number, intended: number) => void) | null;
}

/** What goes on when somebody who queued again is let in, or is not. */
function waitFor(host: Host, user: Active, resolve: () => void, reject: (error: Error) => void): (outcome?: unknown) => void {
  return (outcome) => {
    user.busy--;
    user.at = host.now();
    if (outcome instanceof Error) return reject(outcome);
    const { headers, jar } = outcome as Admitted;
    user.headers = headersWith(host, headers);
    user.jar = jar ?? user.jar;
    return resolve();
  };
}

/** What the one who queues once more waits for; null for a person in line for the first time. */
function takeWaiter({ rows }: Host, row: number): ((outcome?: unknown) => void) | null {
  const waiter = rows.resume[row]!;
  rows.resume[row] = null;
  return waiter;
}

/** A pass that is over when it is handed out lets nobody in: that excuses no refusal. Unix milliseconds, 0 where nobody said. */
function usableUntil({ passEnds }: Admitted): number {
  return passEnds === 0 || passEnds > Date.now() + CLOCK_DIFFERENCE ? passEnds : Number.POSITIVE_INFINITY;
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

export function createGate({ host, begin, leaveLine, breakInLine, join }: GateDeps): Gate {
  const { rows } = host;
  const { users } = host.book;
  function goInside(row: number): void {
    users.inLine--;
    users.active++;
    rows.state[row] = STATE.active;
  }

  /** Who queued again goes on with the journey, which hears of it. */
  function fail(row: number, waiter: (outcome: Error) => void, error: Error): void {
    goInside(row);
    waiter(error);
  }
  function leave(row: number, how: 'gaveUp' | 'lostPatience', cause: string): void {
    const waiter = takeWaiter(host, row);
    if (waiter === null) leaveLine(row, { how, cause });
    else fail(row, waiter, new GaveUp(cause, how));
  }

  return {
    admitted(row, admitted) {
      goInside(row);
      rows.passEnds[row] = usableUntil(admitted);
      const waiter = takeWaiter(host, row);
      if (waiter === null) begin(row, admitted);
      else waiter(admitted);
    },
    gaveUp: (row, cause) => leave(row, 'gaveUp', cause),
    lostPatience: (row, cause) => leave(row, 'lostPatience', cause),
    broke(row, step, error) {
      const waiter = takeWaiter(host, row);
      if (waiter === null) breakInLine(row, step, error);
      else fail(row, waiter, errorOf(error));
    },
    queueAgain(user) {
      const { row } = user;
      if (join === null) throw new Error('waitInLine: needs a target with a waiting room, got one without; remove it from the journey');
      if (rows.state[row] !== STATE.active || rows.asleep[row] === 1) {
        throw new Error('waitInLine: must not run beside a pause or another wait of the person; await one first');
      }
      users.active--;
      users.inLine++;
      user.busy++;
      return new Promise((resolve, reject) => {
        rows.resume[row] = waitFor(host, user, resolve, reject);
        join(row, user.at);
      });
    },
  };
}
