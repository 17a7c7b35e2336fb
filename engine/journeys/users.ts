import type { Ask, PageRequest, User } from '../../models/definition/user.ts';
import { engineKey, keyPrefix } from '../../models/workload/log/journal.ts';
import { thinkTime } from '../../models/workload/users/draw-think-time.ts';
import type { ThinkTimeSpec } from '../../models/workload/users/think-time.ts';
import { CLOCK_DIFFERENCE, type Host, headersWith, numberOf } from '../users/context.ts';
import { journalOf } from '../users/journal.ts';
import type { Active, Chance } from './active.ts';
import type { AfterEnd } from './after-end.ts';
import { thinkTimeOf, waitOf } from './durations.ts';
import { GaveUp } from './gave-up.ts';
import type { Pauses } from './pauses.ts';
import type { Requests } from './requests/requests.ts';

/** What the functions of a user work with. */
export interface UserDeps {
  readonly host: Host;
  readonly chance: Chance;
  readonly pauses: Pauses;
  readonly requests: Requests;
  /** Puts an active user back into the line; resolves past the gate. */
  queueAgain(user: Active): Promise<void>;
  readonly afterEnd: AfterEnd;
}

/** Makes the user of a row; its clock begins now. `pass`: headers that show the pass of the waiting room; null without one. */
export type CreateUser = (row: number, pass: Readonly<Record<string, string>> | null, jar: Active['jar']) => Active & User;

function gaveUp(reason: string): never {
  throw new GaveUp(reason);
}

function turnedAway(reason: string): never {
  throw new GaveUp(reason, 'turnedAway');
}

/** The functions of `User`, shared by all people of a VU: a set of functions each would cost 5 KiB a person. */
function methodsOf({ host, chance, pauses, requests, queueAgain, afterEnd }: UserDeps): object {
  const { rows, profile, surge, startedAt } = host;
  const prefix = keyPrefix(startedAt);
  const send = (method: string) =>
    function (this: Active, step: string, path: string, ask?: Ask<unknown>) {
      return this.ended === null ? requests.one(this, method, step, path, ask) : afterEnd(this, step);
    };
  return {
    get account(): unknown {
      const { row } = this as unknown as Active;
      rows.account[row] ??= host.accountOf(numberOf(host, row));
      return rows.account[row];
    },
    get number(): number {
      return numberOf(host, (this as unknown as Active).row);
    },
    random(this: Active): number {
      return chance.of(this.row)();
    },
    think(this: Active, median: string | ThinkTimeSpec, p95?: string): Promise<void> {
      if (this.ended !== null) return afterEnd(this, 'think');
      const spec = typeof median === 'string' ? thinkTimeOf(median, p95) : median;
      return pauses.rest(this, thinkTime(spec, chance.of(this.row)) * profile.thinkScale);
    },
    wait(this: Active, time: string | number): Promise<void> {
      return this.ended === null ? pauses.rest(this, waitOf(time)) : afterEnd(this, 'wait');
    },
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    all(this: Active, step: string, asked: readonly PageRequest<unknown>[]) {
      return this.ended === null ? requests.page(this, step, asked) : afterEnd(this, step);
    },
    waitInLine(this: Active): Promise<void> {
      return this.ended === null ? queueAgain(this) : afterEnd(this, 'waitInLine');
    },
    get place(): User['place'] {
      const { row } = this as unknown as Active;
      return { lane: surge.lanes[rows.lane[row]!]?.name ?? '', ticket: rows.ticket[row]! };
    },
    get passMayBeOver(): boolean {
      const ends = rows.passEnds[(this as unknown as Active).row]!;
      return ends === 0 || Date.now() >= ends - CLOCK_DIFFERENCE;
    },
    newKey(this: Active): string {
      return engineKey(prefix, numberOf(host, this.row), this.keys++);
    },
    journal: journalOf(host),
    giveUp: gaveUp,
    turnedAway,
  };
}

export function createUsers(deps: UserDeps): CreateUser {
  const methods = methodsOf(deps);
  const { now } = deps.host;
  return (row, pass, jar) => {
    const user = Object.create(methods);
    user.row = row;
    user.at = now();
    user.headers = pass === null ? null : headersWith(deps.host, pass);
    user.jar = jar;
    user.keys = 0;
    user.busy = 0;
    user.failed = null;
    user.ended = null;
    return user;
  };
}
