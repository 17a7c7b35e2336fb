import type k6http from 'k6/http';
import type { CookieJar as K6CookieJar, Params, Response } from 'k6/http';

/** A request as the engine made it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: string;
  /** Path and query. */
  readonly path: string;
  /** JSON parsed, anything else as it is. */
  readonly body: unknown;
  readonly params: Params;
  /** Cookies of the jar for this request: `a=1; b=2`. */
  readonly cookies: string;
  readonly at: number;
}

/** What the fake service says: an answer after `duration` milliseconds, a failure in k6's words after it, or nothing ever. */
export type FakeAnswer =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly duration?: number;
      readonly blocked?: number;
      /** Name and value, as in `set-cookie`. */
      readonly cookie?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly error: string; readonly duration?: number }
  | 'never';

type Service = (request: FakeRequest) => FakeAnswer;

let service: Service = () => ({ error: 'dial tcp 127.0.0.1:1: connect: connection refused' });

/** Sets what answers from now on. */
export function serve(by: Service): void {
  service = by;
}

/** k6's error values are objects of its own, no instances of Error. */
const rejection = (url: string, reason: string): object => ({ toString: () => `Get "${url}": ${reason}` });

const timings = (duration: number, blocked: number): Response['timings'] => ({
  ...{ blocked, looking_up: 0, connecting: blocked, tls_handshaking: 0, sending: 0, waiting: duration, receiving: 0, duration },
});

/** Keeps cookies by name, for one site. */
export class CookieJar implements Pick<K6CookieJar, 'cookiesForURL' | 'set'> {
  held: Record<string, string[]> = {};
  set(_: string, name: string, value: string): void {
    this.held[name] = [value];
  }
  cookiesForURL(): Record<string, string[]> {
    return this.held;
  }
}

/** A file of a multipart body. */
const file = (data: unknown, name: string, type: string) => ({ data, filename: name, content_type: type });

const after = (ms: number): Promise<void> => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());

function readBody(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const cookiesIn = (jar: unknown): string =>
  jar instanceof CookieJar
    ? Object.entries(jar.held)
        .map(([name, [value]]) => `${name}=${value}`)
        .join('; ')
    : '';

async function request(method: string, url: string, body: unknown = null, asked: Params = {}): Promise<Parts> {
  // As k6 does, before the call returns: the engine uses the object again.
  const params = { ...asked, headers: { ...asked.headers } };
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const answer = service({ method, url, path, body: readBody(body), params, cookies: cookiesIn(params.jar), at: Date.now() });
  const timeout = Number(params.timeout ?? 60_000);
  const duration = answer === 'never' ? Number.POSITIVE_INFINITY : (answer.duration ?? 1);
  await after(Math.min(duration, timeout));
  if (answer === 'never' || duration > timeout) throw rejection(url, 'request timeout');
  if ('error' in answer) throw rejection(url, answer.error);
  const headers: Record<string, string> = { ...answer.headers };
  const cookies: Record<string, { value: string }[]> = {};
  if (answer.cookie !== undefined) {
    headers['Set-Cookie'] = answer.cookie;
    const [name = '', value = ''] = answer.cookie.split('=');
    cookies[name] = [{ value }];
    if (params.jar instanceof CookieJar) params.jar.held[name] = [value];
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
  const kept = params.responseType === 'none' ? null : text;
  return {
    status: answer.status,
    body: kept,
    timings: timings(duration, answer.blocked ?? 0),
    headers,
    url,
    cookies: cookies as Response['cookies'],
  };
}

/** The parts of a response that the engine uses. */
type Parts = Pick<Response, 'status' | 'body' | 'timings' | 'headers' | 'url' | 'cookies'>;

const asyncRequest = request as unknown as typeof k6http.asyncRequest;

export default {
  asyncRequest,
  CookieJar: CookieJar as unknown as typeof K6CookieJar,
  file: file as unknown as typeof k6http.file,
} satisfies Pick<typeof k6http, 'asyncRequest' | 'CookieJar' | 'file'>;
