import type { Response } from 'k6/http';
import { type Ending, endingOfError } from '../recording/ending.ts';
import type { Host } from './context.ts';

/** A request of the waiting room on its way; instants in milliseconds since second 0. */
export interface Sent {
  readonly step: number;
  readonly intended: number;
  readonly sent: number;
  readonly method: string;
  readonly url: string;
}

/** The clock tells whole milliseconds, rounded down, so an instant can seem to lie before the one it follows. */
export const late = (intended: number, sent: number): number => (sent > intended ? sent - intended : 0);

/** Books a request that got an answer; returns when the answer had come. k6's `blocked` contains connecting and TLS. */
export function bookAnswer(host: Host, request: Sent, response: Response, ending: Ending | null): number {
  const { step, intended, sent } = request;
  const { timings, status } = response;
  const { duration } = timings;
  const took = timings.blocked + duration;
  host.book.answer(status, timings, false);
  host.book.request({ step, intended, service: duration, response: late(intended, sent) + took, ending, variants: null });
  if (host.walk !== null) host.walk.request({ ...request, status, ms: took, ending, body: response.body });
  return sent + took;
}

/** Books a request that got none: the client's patience when it timed out, else the time until it failed. */
export function bookError(host: Host, request: Sent, error: unknown): Ending {
  const { step, intended, sent } = request;
  const ending = endingOfError(error);
  const service = ending.outcome === 'timeout' ? host.profile.clientTimeout : host.now() - sent;
  host.book.request({ step, intended, service, response: late(intended, sent) + service, ending, variants: null });
  if (host.walk !== null) host.walk.request({ ...request, status: null, ms: service, ending, body: null });
  return ending;
}
