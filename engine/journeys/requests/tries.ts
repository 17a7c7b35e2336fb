import { nextRetry } from '../../../models/workload/users/retry.ts';
import type { RequestSample } from '../../recording/book.ts';
import type { Host } from '../../users/context.ts';
import type { Active, Chance } from '../active.ts';
import { type Call, responseOf } from '../call.ts';
import { GaveUp } from '../gave-up.ts';
import type { Pauses } from '../pauses.ts';
import { silence, type WatchedPromise } from '../watched-promise.ts';

/** What follows a try of a request: it is booked, and the person goes on, tries again, or gives up. */
export interface Tries {
  /** Books a try, and moves the user's clock to its end. */
  book(call: Call, variants: Call['variants']): void;
  /** The answer was good. */
  succeed<Value>(user: Active, value: Value): Value;
  /** It was not: `again` is called after a pause, or `GaveUp` is thrown. `promise` is what the journey holds. */
  fail(failure: Failure): unknown;
}

export interface Failure {
  readonly call: Call;
  readonly promise: WatchedPromise | null;
  readonly repeatable: boolean;
  again(): unknown;
}

export interface TryDeps {
  readonly host: Host;
  readonly chance: Chance;
  readonly pauses: Pauses;
  /** A request of this user is over. */
  over(user: Active): void;
}

/** A person repeats a request only where that cannot do harm: reading, or what the service recognises as the same. */
export function mayRepeat({ origin, ask }: Call): boolean {
  return origin.method === 'GET' || origin.method === 'HEAD' || ask.key !== undefined || ask.safeToRepeat === true;
}

export function createTries({ host, chance, pauses, over }: TryDeps): Tries {
  const { book, profile, rows } = host;
  const sample: RequestSample = { step: 0, intended: 0, service: 0, response: 0, ending: null, variants: null };
  return {
    book(call, variants) {
      const { user, step, intended, first, service, took, ending } = call;
      sample.step = step.index;
      sample.intended = intended;
      sample.service = service;
      sample.response = responseOf(call);
      sample.ending = ending;
      sample.variants = variants;
      book.request(sample);
      if (first + took > user.at) user.at = first + took;
    },
    succeed(user, value) {
      user.busy--;
      over(user);
      return value;
    },
    fail({ call, promise, repeatable, again }) {
      const { user } = call;
      const pause = repeatable && host.walk === null ? nextRetry(profile.retry, ++call.failures, chance.of(user.row)) : null;
      if (pause !== null) {
        // Who pauses before another try is not thinking, should the run end meanwhile.
        rows.failures[user.row] = 1;
        return pauses.rest(user, Math.max(pause, call.atLeast)).then(() => {
          rows.failures[user.row] = 0;
          return again();
        });
      }
      user.failed = call;
      if (promise !== null) silence(promise);
      user.busy--;
      over(user);
      throw new GaveUp(call.ending!.cause);
    },
  };
}
