import http, { type CookieJar, type RefinedParams, type Response } from 'k6/http';
import type { RoomRequest, WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import type { Sent } from '../users/booking.ts';
import type { Host } from '../users/context.ts';

export type RoomDeed = 'join' | 'poll' | 'leave' | 'complete';

/** Cookies that the waiting room set for the people of one VU; those who were given none share an empty jar. */
export interface RoomCookies {
  /** The jar of a row; an empty one when the waiting room set nothing. */
  jarOf(row: number): CookieJar;
  /** A new jar for somebody who joins. */
  joining(row: number): void;
  /** Whether an answer must be looked at for cookies: to look costs a tenth of a poll. */
  isWatching(): boolean;
  /** Looks whether an answer set a cookie: only then the jar is kept. */
  answered(row: number, response: Response, joining: boolean): void;
  /** Takes the jar of a row out of the line; null when there is none. */
  take(row: number): CookieJar | null;
}

/** Answers of a VU after which a waiting room that has set no cookie sets none to people who only wait. */
const FIRST_ANSWERS = 200;

export function createRoomCookies(): RoomCookies {
  const jars = new Map<number, CookieJar>();
  let shared = new http.CookieJar();
  let seen = 0;
  let answers = 0;
  return {
    isWatching: () => seen > 0 || answers++ < FIRST_ANSWERS,
    jarOf: (row) => (jars.size === 0 ? shared : (jars.get(row) ?? shared)),
    joining: (row) => void jars.set(row, new http.CookieJar()),
    answered(row, response, joining) {
      const sets = response.headers['Set-Cookie'] !== undefined;
      if (sets) seen++;
      if (joining && !sets) jars.delete(row);
      if (!sets || jars.has(row)) return;
      // A first cookie that came with a poll lies in the shared jar: it becomes this person's, the others get a new one.
      jars.set(row, shared);
      shared = new http.CookieJar();
    },
    take(row) {
      const jar = jars.get(row) ?? null;
      jars.delete(row);
      return jar;
    },
  };
}

export interface RoomRequests {
  /** Sends a request of a row and writes into `sent` where it went; null when the waiting room wants none. */
  ask(what: RoomDeed, row: number, sent: Sent): Promise<Response> | null;
}

/** Requests to the waiting room. Their parameters are shared: k6 reads them before `asyncRequest` returns. */
export function roomRequests(host: Host, dialect: WaitingRoomDialect, cookies: RoomCookies): RoomRequests {
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

  return {
    ask(what, row, sent) {
      const request = dialect.ask(what, lanes[rows.lane[row]!] ?? '', rows.key[row]!);
      if (request === null) return null;
      const its = params[what];
      its.headers = headersOf(request);
      its.jar = cookies.jarOf(row);
      sent.method = request.method;
      sent.url = base + request.path;
      return http.asyncRequest(sent.method, sent.url, request.body ?? null, its);
    },
  };
}
