import type { Ask, PageRequest, Receipt, User } from '../../models/definition/user.ts';
import { thinkTime } from '../../models/workload/users/draw-think-time.ts';
import type { ThinkTimeSpec } from '../../models/workload/users/think-time.ts';
import { type Host, headersWith, numberOf } from '../users/context.ts';
import type { Active, Chance } from './active.ts';
import { thinkTimeOf } from './durations.ts';
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
}

/** Characters of a receipt that are kept: it comes from the target. */
const LONGEST_RECEIPT = 80;

/** Makes the user of a row; its clock begins now. `pass`: headers that show the pass of the waiting room; null without one. */
export type CreateUser = (row: number, pass: Readonly<Record<string, string>> | null, jar: Active['jar']) => Active & User;

function journalOf({ payments, book }: Host): User['journal'] {
  return ({ key, amount }, answer) => {
    const note = (status: Receipt['status'], receipt: string): void => {
      if (payments.delete(key)) book.journal(key, amount, status, receipt.slice(0, LONGEST_RECEIPT));
    };
    payments.set(key, amount);
    return answer.then(
      (heard) => {
        note(heard.status, heard.receipt);
        return heard;
      },
      (error: unknown) => {
        note('unknown', '');
        throw error;
      },
    );
  };
}

/** The functions of `User`, shared by all people of a VU: a set of functions each would cost 5 KiB a person. */
function methodsOf({ host, chance, pauses, requests, queueAgain }: UserDeps): object {
  const { rows, profile, startedAt, vu } = host;
  const send = (method: string) =>
    function (this: Active, step: string, path: string, ask?: Ask<unknown>) {
      return requests.one(this, method, step, path, ask);
    };
  return {
    get account(): unknown {
      return host.accountOf(numberOf(host, (this as unknown as Active).row));
    },
    get number(): number {
      return numberOf(host, (this as unknown as Active).row);
    },
    random(this: Active): number {
      return chance.of(this.row)();
    },
    think(this: Active, median: string | ThinkTimeSpec, p95?: string): Promise<void> {
      const spec = typeof median === 'string' ? thinkTimeOf(median, p95) : median;
      return pauses.rest(this, thinkTime(spec, chance.of(this.row)) * profile.thinkScale);
    },
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    all(this: Active, step: string, asked: readonly PageRequest<unknown>[]) {
      return requests.page(this, step, asked);
    },
    waitInLine(this: Active): Promise<void> {
      return queueAgain(this);
    },
    newKey(this: Active): string {
      return `${startedAt.toString(36)}-${vu}-${rows.sequence[this.row]}-${this.keys++}`;
    },
    journal: journalOf(host),
    giveUp(reason: string): never {
      throw new GaveUp(reason);
    },
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
