import type { RequestSample } from '../recording/book.ts';
import { endingOfError } from '../recording/ending.ts';
import type { Host } from './context.ts';

/** What k6 rejects with when the client stops waiting. */
const TIMED_OUT = endingOfError('request timeout');

/**
 * Books a request that the end of the run leaves without an answer: as a time-out when the client had waited long enough for one, else as
 * `unfinished`, at least as slow as it has become.
 *
 * @param waited since the last hop was sent, milliseconds
 */
export function bookCutShort({ book }: Host, sample: Omit<RequestSample, 'ending'>, waited: number, timeout: number): void {
  if (waited >= timeout) book.request({ ...sample, ending: TIMED_OUT });
  else book.unfinished({ ...sample, ending: null });
}
