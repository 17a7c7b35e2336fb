import type { Ask } from '../../../models/definition/user.ts';
import { type Host, numberOf } from '../../users/context.ts';
import type { Active } from '../active.ts';
import { type Call, responseOf } from '../call.ts';
import type { Calls, Wanted } from './make-call.ts';
import type { SendCall } from './send-call.ts';

/** Requests with an idempotency key that a few people send twice, because they tap twice. */
export interface DoubleTaps {
  /** How often this person sends a request: `beside` the first one, `after` its answer, or once only. */
  of(user: Active, ask: Ask<unknown>): When | null;
  /** Sends the same request once more, and compares the answers when both are there. `first`: what the journey waits for, not watched yet. */
  send(wanted: Wanted, first: Promise<unknown>, when: When): void;
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

/** What came back the second time; `said` is null for a refusal, which is an answer, and not that of the first. */
type Second = { readonly said: string | null } | 'broken';

/** A server error, with a status of its own. */
const BROKEN = /^HTTP 5\d\d\b/;

type When = 'beside' | 'after';

/** Once the first answer is there, its request is no longer under way. */
const isUnderWay = (when: When, { ending }: Call): boolean => when === 'beside' && ending !== null && UNDER_WAY.test(ending.cause);

/** null: nothing to compare. */
function secondOf(call: Call, when: When): Second | null {
  const { ending } = call;
  if (ending === null) return { said: learnt(call, call.value) };
  if (BROKEN.test(ending.cause)) return 'broken';
  return ending.outcome === 'rejected' && !isUnderWay(when, call) && !ending.cause.startsWith('HTTP 429') ? { said: null } : null;
}

/**
 * People are taken at equal distances and not by chance: their share is exact, and no draw of anybody moves. Every other one taps before the
 * answer is there, where a service must hold the second request back; the others after it, where it must remember its answer.
 */
export function createDoubleTaps({ host, calls, sendCall, over }: DoubleTapDeps): DoubleTaps {
  const { book, profile, run, walk } = host;
  const share = walk === null ? (profile.doubleTaps ?? 0) : 0;
  const offset = (run.seed * SPREAD) % 1;

  function bookSecond(call: Call, when: When): void {
    const { step, intended, service, variants } = call;
    const ending = isUnderWay(when, call) ? null : call.ending;
    book.request({ step: step.index, intended, service, response: responseOf(call), ending, variants });
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
        if (known === null || second === null) return;
        book.doubleTap(step.index, second === 'broken' ? 'broken' : second.said === known ? 'same' : 'different');
      };
      const settle = (call: Call): void => {
        bookSecond(call, when);
        second = secondOf(call, when);
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
