import { type Host, headersWith } from '../users/context.ts';
import { STATE } from '../users/rows.ts';
import type { Admitted } from '../waiting-room/line.ts';
import type { Active, JourneyEnd } from './active.ts';
import { GaveUp } from './gave-up.ts';

/** Where the line ends: people begin their journey here, or go on with it. */
export interface Gate {
  admitted(row: number, admitted: Admitted): void;
  gaveUp(row: number, cause: string): void;
  /** Puts an active user back into the line; resolves past the gate. */
  queueAgain(user: Active): Promise<void>;
}

export interface GateDeps {
  readonly host: Host;
  /** Begins the journey of a person. */
  begin(row: number, admitted: Admitted): void;
  leaveLine(row: number, end: JourneyEnd): void;
  /** Joins the line; null without a waiting room. */
  readonly join: ((row: number, intended: number) => void) | null;
}

export function createGate({ host, begin, leaveLine, join }: GateDeps): Gate {
  const { rows } = host;
  const { users } = host.book;

  /** What the one who queues once more waits for; null for a person in line for the first time. */
  function takeWaiter(row: number): ((outcome?: unknown) => void) | null {
    const waiter = rows.resume[row]!;
    rows.resume[row] = null;
    return waiter;
  }

  function waitFor(user: Active, resolve: () => void, reject: (error: GaveUp) => void): (outcome?: unknown) => void {
    return (outcome) => {
      user.busy--;
      user.at = host.now();
      if (outcome instanceof GaveUp) return reject(outcome);
      const { headers, jar } = outcome as Admitted;
      user.headers = headersWith(host, headers);
      user.jar = jar ?? user.jar;
      return resolve();
    };
  }

  return {
    admitted(row, admitted) {
      users.inLine--;
      users.active++;
      rows.state[row] = STATE.active;
      const waiter = takeWaiter(row);
      if (waiter === null) begin(row, admitted);
      else waiter(admitted);
    },
    gaveUp(row, cause) {
      const waiter = takeWaiter(row);
      if (waiter === null) leaveLine(row, { how: 'gaveUp', cause });
      else waiter(new GaveUp(cause));
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
        rows.resume[row] = waitFor(user, resolve, reject);
        join(row, user.at);
      });
    },
  };
}
