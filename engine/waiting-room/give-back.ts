import http, { type CookieJar, type Response } from 'k6/http';
import type { WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import { endingOfAnswer } from '../recording/ending.ts';
import { scriptCause } from '../recording/script-error.ts';
import { blankSent, bookAnswer, bookError, type Sent } from '../users/booking.ts';
import type { Host } from '../users/context.ts';
import type { RoomRequests } from './room-requests.ts';

/** A person whose pass ran out meanwhile is gone already. */
const EXPIRED = 410;

/** Says to the waiting room that a person is gone, with their cookies, if any: measured, but nobody waits for the answer and nobody tries again. */
export type GiveBack = (row: number, what: 'leave' | 'complete', jar: CookieJar | null) => void;

export function createGiveBack(host: Host, dialect: WaitingRoomDialect, requests: RoomRequests): GiveBack {
  const step = host.steps.entries['queue-leave']!.index;
  /** The person is gone in any case: a function of the surge file that throws is noted, and stops nobody. */
  function ask(what: 'leave' | 'complete', row: number, sent: Sent, jar: CookieJar): Promise<Response> | null {
    try {
      return requests.ask(what, row, sent, jar);
    } catch (error) {
      host.book.error(step, { cause: scriptCause(error), owner: 'script' });
      return null;
    }
  }

  return (row, what, jar) => {
    const key = host.rows.key[row]!;
    const request = blankSent();
    request.step = step;
    request.sent = host.now();
    request.intended = request.sent;
    const asked = ask(what, row, request, jar ?? new http.CookieJar());
    if (asked === null) return;
    host.detached.add(request);
    asked.then(
      (response) => {
        if (host.over) return;
        host.detached.delete(request);
        const { status } = response;
        const body = typeof response.body === 'string' ? response.body : '';
        const fine = (status >= 200 && status < 300) || status === EXPIRED || dialect.read(status, body, key) === 'lost';
        bookAnswer(host, request, response, status, fine ? null : endingOfAnswer(status, undefined));
      },
      (error) => {
        if (host.over) return;
        host.detached.delete(request);
        bookError(host, request, error);
      },
    );
  };
}
