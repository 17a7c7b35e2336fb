import type { PageRequest } from '../../../models/definition/user.ts';
import type { StepEntry } from '../../recording/step-table.ts';
import type { Host } from '../../users/context.ts';
import type { Active } from '../active.ts';
import type { Call } from '../call.ts';
import type { WatchedPromise } from '../watched-promise.ts';
import { type Calls, renew } from './make-call.ts';
import type { SendCall } from './send-call.ts';
import { mayRepeat, type Tries } from './tries.ts';

/** The calls of a page, and the promise that the journey holds of them. */
export interface Page {
  readonly user: Active;
  readonly calls: readonly Call[];
  promise: WatchedPromise | null;
}

/** What follows the answer to one of its requests is decided for the whole page. */
const part = (call: Call): Call => call;

/** One sample for the whole page: the time of its slowest request, the ending of the first that failed. */
function wholeOf({ calls, promise }: Page): Call {
  const slowest = calls.reduce((a, b) => (b.took > a.took ? b : a));
  const { took, service } = slowest;
  const failed = calls.find(({ ending }) => ending !== null);
  return { ...(failed ?? slowest), took, service, promise };
}

/** A page that has not been sent. */
export function makePage(made: Calls, user: Active, step: StepEntry, requests: readonly PageRequest<unknown>[]): Page {
  if (requests.length === 0) throw new Error(`steps.${step.name}: a page must have at least one request, got none`);
  const calls = requests.map((ask) => made.make({ user, step, method: ask.method ?? 'GET', path: ask.path, ask, settle: part }));
  return { user, calls, promise: null };
}

/** Sends all requests of a page at once; resolves with their values in order. `failures`: tries of the page that failed before. */
export function sendPage(host: Host, tries: Tries, send: SendCall, page: Page, failures = 0): Promise<unknown> {
  const { user, calls } = page;
  return Promise.all(calls.map(send)).then(() => {
    const call = wholeOf(page);
    call.failures = failures;
    tries.book(
      call,
      calls.flatMap(({ variants }) => variants ?? []),
    );
    if (call.ending === null)
      return tries.succeed(
        user,
        calls.map(({ value }) => value),
      );
    const again = (): Promise<unknown> => {
      for (const one of calls) renew(host, one);
      return sendPage(host, tries, send, page, call.failures);
    };
    return tries.fail({ call, promise: page.promise, repeatable: calls.every(mayRepeat), again });
  });
}
