import { breakUser, endUser, type Host } from '../users/host.ts';
import { STATE } from '../users/rows.ts';
import { tellGone } from '../waiting-room/give-back.ts';
import { createLine, type Line } from '../waiting-room/line.ts';
import { GaveUp } from './gave-up.ts';
import { createUser, type User } from './user.ts';

/** What a user does past the gate. */
export type Journey = (user: User) => Promise<void>;
export type Journeys = Readonly<Record<'register-card' | 'qr-payment', Journey>>;

/** Share of people who close the app without giving their place back; assumed (a client that never says "complete"). */
const LEAVES_SILENTLY = 0.05;

interface Waiter {
  resolve(pass: string): void;
  reject(error: Error): void;
}

/** One journey, from the pass to the end; never throws. */
async function live(host: Host, journeys: Journeys, row: number, pass: string): Promise<void> {
  const user = createUser(host, row, pass);
  try {
    await journeys[host.surge.mix[host.rows.journey[row]!]!.journey](user);
    if (user.random() >= LEAVES_SILENTLY) tellGone(host, 'complete', host.rows.key[row]!);
    endUser(host, row, 'finished');
  } catch (error) {
    if (error instanceof GaveUp) endUser(host, row, 'gaveUp');
    else breakUser(host, row, user.step, error);
  }
}

/** The line of a VU, and the journeys of those it lets in. */
export function createLife(host: Host, journeys: Journeys): Line {
  const { rows } = host;
  const { users } = host.book;
  /** Active users who queue once more. */
  const waiters = new Map<number, Waiter>();

  function takeWaiter(row: number): Waiter | undefined {
    const waiter = waiters.get(row);
    waiters.delete(row);
    return waiter;
  }

  host.queueAgain = (row, intended) => {
    users.active--;
    users.inLine++;
    return new Promise((resolve, reject) => {
      waiters.set(row, { resolve, reject });
      line.join(row, intended);
    });
  };

  const line = createLine(host, {
    admitted(row, pass) {
      users.inLine--;
      users.active++;
      rows.state[row] = STATE.active;
      const waiter = takeWaiter(row);
      if (waiter === undefined) live(host, journeys, row, pass);
      else waiter.resolve(pass);
    },
    gaveUp(row, cause) {
      const waiter = takeWaiter(row);
      if (waiter === undefined) endUser(host, row, 'gaveUp');
      else waiter.reject(new GaveUp(cause));
    },
  });
  return line;
}
