import type { Ask, PageRequest } from '../../../models/definition/user.ts';
import { stepNamed } from '../../recording/step-table.ts';
import type { Active } from '../active.ts';
import type { Call } from '../call.ts';
import { type WatchedPromise, watched } from '../watched-promise.ts';
import { createDoubleTaps } from './double-taps.ts';
import { createCalls, renew } from './make-call.ts';
import { makePage, sendPage } from './pages.ts';
import { createSendCall } from './send-call.ts';
import { createTries, mayRepeat, type TryDeps } from './tries.ts';

/** Requests of active users: tried again as people do, booked by step. They reject with `GaveUp` when the person stops trying. */
export interface Requests {
  one(user: Active, method: string, step: string, path: string, ask: Ask<unknown> | undefined): Promise<unknown>;
  /** Sends the requests of a page at once: one sample, as long as the slowest. */
  page(user: Active, step: string, requests: readonly PageRequest<unknown>[]): Promise<unknown>;
  /** Requests that have no answer yet. */
  readonly underWay: ReadonlySet<Call>;
}

const NOTHING: Ask<unknown> = {};

export function createRequests(deps: TryDeps): Requests {
  const { host } = deps;
  const { rows, steps } = host;
  const underWay = new Set<Call>();
  const send = createSendCall(host, underWay);
  const tries = createTries(deps);
  const calls = createCalls(host);
  const taps = createDoubleTaps({ host, calls, sendCall: send, over: deps.over });

  function settle(call: Call): unknown {
    tries.book(call, call.variants);
    if (call.ending === null) {
      const { user, value } = call;
      calls.giveBack(call);
      return tries.succeed(user, value);
    }
    const again = (): Promise<unknown> => {
      renew(host, call);
      return send(call);
    };
    return tries.fail({ call, promise: call.promise, repeatable: mayRepeat(call), again });
  }

  function begin(user: Active, step: number, promise: Promise<unknown>): WatchedPromise {
    rows.step[user.row] = step;
    user.busy++;
    return watched(promise);
  }

  return {
    one(user, method, name, path, ask = NOTHING) {
      const step = stepNamed(steps, name);
      const wanted = { user, step, method, path, ask, settle };
      const call = calls.make(wanted);
      const sent = send(call);
      if (ask.key !== undefined) {
        const when = taps.of(user, ask);
        if (when !== null) taps.send(wanted, sent, when);
      }
      const promise = begin(user, step.index, sent);
      call.promise = promise;
      return promise;
    },
    page(user, name, requests) {
      const step = stepNamed(steps, name);
      const page = makePage(calls, user, step, requests);
      page.promise = begin(user, step.index, sendPage(host, tries, send, page));
      return page.promise;
    },
    underWay,
  };
}
