import http, { type CookieJar, type Response, type ResponseCookie } from 'k6/http';
import type { Heard } from '../users/booking.ts';

/** An answer as far as cookies are concerned; one that Go read has none left. */
export type CookieAnswer = Pick<Heard, 'headers'> & Partial<Pick<Response, 'cookies' | 'url'>>;

/** Cookies that the waiting room set for the people of one VU. As long as it has set none, they share an empty jar. */
export interface RoomCookies {
  /** The jar for a request of a row. */
  jarOf(row: number): CookieJar;
  /** The jar that a row has for itself; null when the waiting room set nothing. */
  own(row: number): CookieJar | null;
  /** Gives a row a new jar, as an answer sets its first cookie. */
  begin(row: number): CookieJar;
  /** A new jar for somebody who joins. */
  joining(row: number): void;
  /** Whether an answer must be looked at for cookies: to look costs a tenth of a poll. */
  isWatching(): boolean;
  /** Looks whether an answer set a cookie: only then the jar is kept. */
  answered(row: number, response: CookieAnswer, joining: boolean): void;
  /** Takes the jar of a row out of the line; null when there is none. */
  take(row: number): CookieJar | null;
}

/** Answers of a VU after which a waiting room that has set no cookie sets none to people who only wait. */
const FIRST_ANSWERS = 200;

/** k6 says `max_age`, whatever its types say. */
type GivenCookie = ResponseCookie & { readonly max_age?: number };

/** Puts the cookies of an answer into a jar. */
function keep(jar: CookieJar, { url = '', cookies = {} }: CookieAnswer): void {
  for (const name of Object.keys(cookies)) {
    for (const { value, domain, path, secure, expires, max_age = 0 } of cookies[name]! as GivenCookie[]) {
      const until = expires > 0 ? { expires: new Date(expires).toUTCString() } : {};
      jar.set(url, name, value, { domain, path, secure, ...until, ...(max_age === 0 ? {} : { max_age }) });
    }
  }
}

export function createRoomCookies(): RoomCookies {
  const jars = new Map<number, CookieJar>();
  let shared = new http.CookieJar();
  let seen = 0;
  let answers = 0;

  function begin(row: number): CookieJar {
    const jar = new http.CookieJar();
    seen++;
    jars.set(row, jar);
    return jar;
  }

  return {
    isWatching: () => seen > 0 || answers++ < FIRST_ANSWERS,
    jarOf: (row) => jars.get(row) ?? (seen > 0 ? begin(row) : shared),
    own: (row) => jars.get(row) ?? null,
    begin,
    joining: (row) => void jars.set(row, new http.CookieJar()),
    answered(row, response, joining) {
      const sets = response.headers['Set-Cookie'] !== undefined;
      if (sets) seen++;
      if (joining && !sets) jars.delete(row);
      if (!sets || jars.has(row)) return;
      // The first cookies of all come to several people at once: what lies in the jar they share may be anybody's.
      keep(begin(row), response);
      shared = new http.CookieJar();
    },
    take(row) {
      const jar = jars.get(row) ?? null;
      jars.delete(row);
      return jar;
    },
  };
}
