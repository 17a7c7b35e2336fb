import type { RequestBody, Response } from 'k6/http';
import type { Ask } from '../../models/definition/user.ts';
import type { Ending } from '../recording/ending.ts';
import type { StepEntry } from '../recording/step-table.ts';
import { late } from '../users/booking.ts';
import type { Active } from './active.ts';
import type { WatchedPromise } from './watched-promise.ts';

/** A request as it goes over the wire. */
export interface Hop {
  method: string;
  url: string;
  body: RequestBody | null;
  headers: Record<string, string>;
}

/**
 * One request of a user with all its tries and redirects. Times in milliseconds, instants since second 0. Everything can be written,
 * because a call that is over serves the next one: see `Calls`.
 */
export interface Call {
  user: Active;
  step: StepEntry;
  ask: Ask<unknown>;
  /** Sample indices of its tags. */
  variants: readonly number[] | null;
  /** What happens when the answer is there and judged: the value of the promise. */
  settle: (call: Call) => unknown;
  /** What k6 calls with an answer, and without one; made with the first request. */
  answered: ((response: Response) => unknown) | null;
  unanswered: ((error: unknown) => unknown) | null;
  /** As the journey asked, and as it goes out now: another one after a redirect. */
  readonly origin: Hop;
  hop: Hop;
  /** When the person wanted this try, and when its first and its last hop were sent. */
  intended: number;
  first: number;
  sent: number;
  /** Redirects followed, and the time of all hops: *service* and in all. */
  hops: number;
  service: number;
  took: number;
  /** Failed tries before this one. */
  failures: number;
  /** What `Retry-After` asks for. */
  atLeast: number;
  /** The outcome: a value where `ending` is null. */
  value: unknown;
  ending: Ending | null;
  /** What the journey holds; null for a part of a page. */
  promise: WatchedPromise | null;
}

/** From when the person wanted this try until the answer to its last hop that is there. */
export const responseOf = ({ intended, first, took }: Call): number => late(intended, first) + took;
