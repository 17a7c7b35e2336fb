import type { Ask } from '../../../models/definition/user.ts';
import { late } from '../../users/booking.ts';
import { type Host, numberOf } from '../../users/context.ts';
import type { Active } from '../active.ts';
import type { Call } from '../call.ts';
import type { Calls, Wanted } from './make-call.ts';
import type { SendCall } from './send-call.ts';

/** Requests with an idempotency key that a few people send twice, because they tap twice. */
export interface DoubleTaps {
  /** How often this person sends a request: `beside` the first one, `after` its answer, or once only. */
  of(user: Active, ask: Ask<unknown>): 'beside' | 'after' | null;
  /** Sends the same request once more, and compares the answers when both are there. `first`: what the journey waits for, not watched yet. */
  send(wanted: Wanted, first: Promise<unknown>, when: 'beside' | 'after'): void;
}

export interface DoubleTapDeps {
  readonly host: Host;
  readonly calls: Calls;
  readonly sendCall: SendCall;
  /** A request of this user is over. */
  over(user: Active): void;
}

/** 1/φ: seeds that follow one another begin far apart. */
const SPREAD = 0.6180339887498949;

/** A service may say that the first request is still under way (draft-ietf-httpapi-idempotency-key-header, 2.6), or that it is too early. */
const UNDER_WAY = /^HTTP (409|425)\b/;

/** What a person learns of an answer: what the journey reads of it, else its status. */
function learnt({ ask }: Pick<Call, 'ask'>, value: unknown): string {
  if (ask.read === undefined) return String((value as { readonly status: number }).status);
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return String(value);
  }
}

type Second = { readonly said: string | null };

/** null: nothing to compare. A refusal is an answer, and not that of the first. */
function secondOf(call: Call): Second | null {
  const { ending } = call;
  if (ending === null) return { said: learnt(call, call.value) };
  return ending.outcome === 'rejected' && !UNDER_WAY.test(ending.cause) && !ending.cause.startsWith('HTTP 429') ? { said: null } : null;
}

/**
 * People are taken at equal distances and not by chance: their share is exact, and no draw of anybody moves. Every other one taps before the
 * answer is there, where a service must hold the second request back; the others after it, where it must remember its answer.
 */
export function createDoubleTaps({ host, calls, sendCall, over }: DoubleTapDeps): DoubleTaps {
  const { book, profile, run, walk } = host;
  const share = walk === null ? (profile.doubleTaps ?? 0) : 0;
  const offset = (run.seed * SPREAD) % 1;

  function bookSecond(call: Call): void {
    const { step, intended, first, service, took, variants } = call;
    const ending = call.ending !== null && UNDER_WAY.test(call.ending.cause) ? null : call.ending;
    book.request({ step: step.index, intended, service, response: late(intended, first) + took, ending, variants });
  }

  return {
    of(user, ask) {
      if (share === 0 || ask.tapTwice === false) return null;
      const n = numberOf(host, user.row);
      const before = Math.floor(n * share + offset);
      if (Math.floor((n + 1) * share + offset) === before) return null;
      return before % 2 === 0 ? 'beside' : 'after';
    },

    send(wanted, first, when) {
      const { user, step } = wanted;
      let known: string | null = null;
      let second: Second | null = null;
      const compare = (): void => {
        if (known !== null && second !== null) book.doubleTap(step.index, second.said === known);
      };
      const settle = (call: Call): void => {
        bookSecond(call);
        second = secondOf(call);
        compare();
        user.busy--;
        over(user);
      };
      const tap = (): void => {
        user.busy++;
        void sendCall(calls.make({ ...wanted, settle }));
      };
      if (when === 'beside') tap();
      first.then(
        (value) => {
          known = learnt(wanted, value);
          if (when === 'after') tap();
          else compare();
        },
        () => {},
      );
    },
  };
}
