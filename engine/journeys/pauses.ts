import type { Host } from '../users/context.ts';
import { STATE } from '../users/rows.ts';
import type { Active } from './active.ts';

/** Pauses of active users, on the timer wheel. */
export interface Pauses {
  /** Resolves `pause` milliseconds after the user's clock, which is then the time of waking. */
  rest(user: Active, pause: number): Promise<void>;
  /** The time of a row has come that sleeps for an active user; returns the user. */
  wake(row: number): Active;
}

/** Functions of the promise made last: a closure for each pause would be kept as long as it lasts. */
let resolveLast: () => void = () => {};
const keepResolve = (resolve: () => void): void => {
  resolveLast = resolve;
};

/** A user's own row sleeps; of several pauses at once the others get rows of their own. */
export function createPauses({ rows, wheel, now }: Host): Pauses {
  return {
    rest(user, pause) {
      const at = user.at + pause;
      if (at <= now()) {
        user.at = at;
        return Promise.resolve();
      }
      const promise = new Promise<void>(keepResolve);
      let { row } = user;
      if (rows.state[row] !== STATE.active || rows.asleep[row] === 1) {
        row = rows.take();
        rows.state[row] = STATE.pause;
      }
      user.busy++;
      rows.owner[row] = user;
      rows.resume[row] = resolveLast;
      wheel.put(row, at);
      return promise;
    },

    wake(row) {
      const user = rows.owner[row] as Active;
      const resume = rows.resume[row]!;
      const due = rows.due[row]!;
      if (due > user.at) user.at = due;
      user.busy--;
      rows.owner[row] = null;
      rows.resume[row] = null;
      if (rows.state[row] === STATE.pause) rows.release(row);
      resume();
      return user;
    },
  };
}
