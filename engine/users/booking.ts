import type { Response } from 'k6/http';
import type { RequestSample } from '../recording/book.ts';
import { type Ending, endingOfError } from '../recording/ending.ts';
import type { Host } from './context.ts';

/** A request of the waiting room on its way; instants in milliseconds since second 0. Those that are over serve the next ones. */
export interface Sent {
  step: number;
  intended: number;
  sent: number;
  method: string;
  url: string;
}

/** What the engine looks at of the answer to such a request. */
export interface Heard extends Pick<Response, 'status' | 'body' | 'headers'> {
  readonly timings: Pick<Response['timings'], 'blocked' | 'duration' | 'connecting' | 'tls_handshaking'>;
}

/** A request that nothing is known of yet. */
export const blankSent = (): Sent => ({ step: 0, intended: 0, sent: 0, method: '', url: '' });

/** The clock tells whole milliseconds, rounded down, so an instant can seem to lie before the one it follows. */
export const late = (intended: number, sent: number): number => (sent > intended ? sent - intended : 0);

/** The book keeps nothing of a sample: one serves all, because to make it would cost more than to book it. */
const sample: RequestSample = { step: 0, intended: 0, service: 0, response: 0, ending: null, variants: null };

function book(host: Host, { step, intended, sent }: Sent, service: number, took: number, ending: Ending | null): void {
  sample.step = step;
  sample.intended = intended;
  sample.service = service;
  sample.response = late(intended, sent) + took;
  sample.ending = ending;
  host.book.request(sample);
}

/** Books a request that got an answer; returns when the answer had come. k6's `blocked` contains connecting and TLS. */
export function bookAnswer(host: Host, request: Sent, response: Heard, status: number, ending: Ending | null): number {
  // Fields of an answer are looked up by reflection: each once.
  const { timings } = response;
  const { duration, blocked } = timings;
  const took = blocked + duration;
  host.book.answer(status, blocked, timings, false);
  book(host, request, duration, took, ending);
  if (host.walk !== null) host.walk.request({ ...request, status, ms: took, ending, body: response.body });
  return request.sent + took;
}

/** Books a request that got none: the client's patience when it timed out, else the time until it failed. */
export function bookError(host: Host, request: Sent, error: unknown): Ending {
  const ending = endingOfError(error);
  const service = ending.outcome === 'timeout' ? host.profile.clientTimeout : host.now() - request.sent;
  book(host, request, service, service, ending);
  if (host.walk !== null) host.walk.request({ ...request, status: null, ms: service, ending, body: null });
  return ending;
}
