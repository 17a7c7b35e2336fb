import type { CookieJar } from 'k6/http';
import type { WaitingAnswer } from '../../models/definition/waiting-room-dialect.ts';
import type { Recorded } from '../recording/recorders.ts';

/*
 * The poller in Go, as `engine/native/` offers it to JavaScript. Instants are milliseconds since second 0, by Go's monotonic clock, which
 * was read against the clock of the machine once.
 */

/** What `k6/x/surgeproof` exports by default. */
export interface NativeModule {
  /** Called once a VU, in its function. Throws a sentence for options that cannot be. */
  openPolls(options: NativePollsOptions): NativePolls;
}

export interface NativePollsOptions {
  /** Address of the waiting room, without a slash at the end. */
  readonly base: string;
  /** Unix milliseconds of second 0. */
  readonly startedAt: number;
  /** After which a client stops waiting for the answer to a poll. */
  readonly timeoutMs: number;
  /** Where each phase begins, seconds. */
  readonly phases: readonly number[];
  /** Most polls of this VU under way at once; more of them wait, and their response time counts from when they were due. */
  readonly inFlight: number;
  readonly waiting: WaitingAnswer;
  /** Called on the VU's event loop soon after something came back: at most 100 rows a call, and other events between two calls. */
  readonly onBack: (rows: readonly GivenBack[]) => void;
}

export interface NativePolls {
  /** Whole milliseconds since second 0, rounded down. */
  now(): number;
  /**
   * The person on this row asks again at `at`, rounded as the timer wheel does, and is given back when that is at or after `giveUpAt`. False
   * when Go cannot hold this person, because paths and headers differ in more than 255 ways.
   *
   * @param path below the address of the waiting room, as the dialect made it
   * @param headers all of the request; null: the same object as at the last call
   * @param key stands somewhere in path or headers, so that Go keeps it apart from what is the same for everybody
   * @param waiting when the last question was asked that was answered with *waiting*
   * @param jar that of the person; null: no cookie is sent, and an answer that sets one is given back
   */
  wait(
    row: number,
    path: string,
    headers: Record<string, string> | null,
    key: string,
    at: number,
    giveUpAt: number,
    waiting: number,
    jar: CookieJar | null,
  ): boolean;
  /** What was recorded since the last call: the polls that Go answered itself; null when there were none. */
  take(): Recorded | null;
  /** Puts the cookies of these lines into a jar, as set by the answer to a request for `path`. */
  keep(jar: CookieJar, path: string, lines: readonly string[]): void;
  /**
   * Stops for good; nothing but `now` is called after it. Writes of every row that Go still holds into the engine's columns when it asked last, when
   * it was due, and whether it sleeps: 0 when its poll is under way, overdue, or not given back yet.
   */
  end(waiting: ArrayBuffer, due: ArrayBuffer, asleep: ArrayBuffer): void;
}

/** Why a person is given back: an answer that does not plainly say *waiting*, no answer, or patience that is over. */
export const BACK = { answered: 0, unanswered: 1, patience: 2 } as const;

export type GivenBack = readonly [
  row: number,
  why: (typeof BACK)[keyof typeof BACK],
  intended: number,
  sent: number,
  /** When the last question was asked that was answered with *waiting*. */
  waiting: number,
  status: number,
  /** As the timings of k6, milliseconds. */
  blocked: number,
  duration: number,
  connecting: number,
  tls: number,
  /** The body, or what k6 would reject with. */
  text: string,
  /** Lines of `Set-Cookie`, where the person has no jar. */
  setCookie: readonly string[] | null,
];
