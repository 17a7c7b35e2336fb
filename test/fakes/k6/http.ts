import type k6http from 'k6/http';
import type { CookieJar as K6CookieJar, Params, Response } from 'k6/http';

/** A request as a scenario made it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: string;
  /** Path and query. */
  readonly path: string;
  readonly body: unknown;
  readonly params: Params;
  readonly at: number;
}

/** What the fake service says: an answer after `duration` milliseconds, a failure in k6's words after it, or nothing ever. */
export type FakeAnswer =
  | { readonly status: number; readonly body?: unknown; readonly duration?: number; readonly blocked?: number; readonly cookie?: string }
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
  ...{ blocked, looking_up: 0, connecting: 0, tls_handshaking: 0, sending: 0, waiting: duration, receiving: 0, duration },
});

/** Keeps one cookie header; enough to see whose it is. */
export class CookieJar implements Pick<K6CookieJar, 'cookiesForURL'> {
  held: Record<string, string[]> = {};
  cookiesForURL(): Record<string, string[]> {
    return this.held;
  }
}

const after = (ms: number): Promise<void> => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());

async function request(method: string, url: string, body: string | null = null, params: Params = {}): Promise<Parts> {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const answer = service({ method, url, path, body: body === null ? null : JSON.parse(body), params, at: Date.now() });
  const timeout = Number(params.timeout ?? 60_000);
  const duration = answer === 'never' ? Number.POSITIVE_INFINITY : (answer.duration ?? 1);
  await after(Math.min(duration, timeout));
  if (answer === 'never' || duration > timeout) throw rejection(url, 'request timeout');
  if ('error' in answer) throw rejection(url, answer.error);
  if (answer.cookie !== undefined && params.jar instanceof CookieJar) params.jar.held = { sid: [answer.cookie] };
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
  return { status: answer.status, body: text, timings: timings(duration, answer.blocked ?? 0) };
}

/** The parts of a response that scenarios use. */
type Parts = Pick<Response, 'status' | 'body' | 'timings'>;

const asyncRequest = request as unknown as typeof k6http.asyncRequest;

export default { asyncRequest, CookieJar: CookieJar as unknown as typeof K6CookieJar } satisfies Pick<
  typeof k6http,
  'asyncRequest' | 'CookieJar'
>;
