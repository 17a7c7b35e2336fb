import http, { type CookieJar, type RefinedParams, type Response } from 'k6/http';
import type { RoomRequest, WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import type { Sent } from '../users/booking.ts';
import type { Host } from '../users/context.ts';

export type RoomDeed = 'join' | 'poll' | 'leave' | 'complete';

export interface RoomRequests {
  /** Sends a request of a row with these cookies and writes into `sent` where it went; null when the waiting room wants none. */
  ask(what: RoomDeed, row: number, sent: Sent, jar: CookieJar): Promise<Response> | null;
  /** The poll of a row, for the poller in Go to send; null where it is more than a GET. */
  plainPoll(row: number): { readonly path: string; readonly headers: Record<string, string> } | null;
}

/** Requests to the waiting room. Their parameters are shared: k6 reads them before `asyncRequest` returns. */
export function roomRequests(host: Host, dialect: WaitingRoomDialect): RoomRequests {
  const { rows, profile, surge, run } = host;
  const base = host.target.waitingRoom!.base;
  const lanes = surge.lanes.map(({ name }) => name);
  const own = host.headers;
  const paramsFor = (step: string): RefinedParams<'text'> => ({
    timeout: profile.clientTimeout,
    headers: own,
    redirects: 0,
    responseType: 'text',
    ...(run.managed ? {} : { tags: { name: step } }),
  });
  const leaving = paramsFor('queue-leave');
  const params = { join: paramsFor('queue-join'), poll: paramsFor('queue-poll'), leave: leaving, complete: leaving };

  // Most dialects send the same headers with every request of a kind: they are put together once.
  let given: RoomRequest['headers'];
  let together = own;

  function headersOf({ headers }: RoomRequest): Record<string, string> {
    if (headers === undefined) return own;
    if (headers !== given) {
      given = headers;
      together = Object.assign({}, own, headers);
    }
    return together;
  }

  const requestFor = (what: RoomDeed, row: number): RoomRequest | null => dialect.ask(what, lanes[rows.lane[row]!] ?? '', rows.key[row]!);

  return {
    plainPoll(row) {
      const request = requestFor('poll', row);
      if (request === null || request.method !== 'GET' || (request.body ?? null) !== null) return null;
      return { path: request.path, headers: headersOf(request) };
    },
    ask(what, row, sent, jar) {
      const request = requestFor(what, row);
      if (request === null) return null;
      const its = params[what];
      its.headers = headersOf(request);
      its.jar = jar;
      sent.method = request.method;
      sent.url = base + request.path;
      return http.asyncRequest(sent.method, sent.url, request.body ?? null, its);
    },
  };
}
