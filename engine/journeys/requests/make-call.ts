import type { Ask } from '../../../models/definition/user.ts';
import { type StepEntry, variantsOf } from '../../recording/step-table.ts';
import type { Host } from '../../users/context.ts';
import type { Active } from '../active.ts';
import type { Call, Hop } from '../call.ts';
import { bodyOf, JSON_TYPE, withQuery } from './request-body.ts';

const ABSOLUTE = /^https?:\/\//i;

function urlOf({ target }: Host, ask: Ask<unknown>, path: string): string {
  const base = ask.base ?? 'app';
  const url = target.bases[base];
  if (url === undefined) {
    const known = Object.keys(target.bases).join(', ');
    throw new Error(`base: must be an address of the target (${known}), got "${base}"; add it to "urls" of the target in k6.config.ts`);
  }
  const whole = withQuery(path, ask.query);
  if (whole.startsWith('/')) return url + whole;
  return ABSOLUTE.test(whole) ? whole : `${url}/${whole}`;
}

/** Where the headers of a person keep what they are with a JSON body: out of sight of k6 and of whoever copies headers. */
const JSON_VARIANT = Symbol('with a JSON body');

type Headers = Record<string, string> & { [JSON_VARIANT]?: Record<string, string> };

/** Most bodies are JSON: to copy the headers for each would cost more than writing the body. */
function withJson(headers: Headers): Record<string, string> {
  const known = headers[JSON_VARIANT];
  if (known !== undefined) return known;
  const all: Record<string, string> = Object.assign({}, headers);
  all['content-type'] = JSON_TYPE;
  Object.defineProperty(headers, JSON_VARIANT, { value: all });
  return all;
}

function headersOf(host: Host, user: Active, ask: Ask<unknown>, type: string | null): Record<string, string> {
  const { headers, bearer, key } = ask;
  const always = user.headers ?? host.headers;
  if (headers === undefined && bearer === undefined && key === undefined) {
    if (type === null) return always;
    if (type === JSON_TYPE) return withJson(always);
  }
  const all: Record<string, string> = Object.assign({}, always);
  if (type !== null) all['content-type'] = type;
  if (bearer !== undefined) all.authorization = `Bearer ${bearer}`;
  if (key !== undefined) all['idempotency-key'] = key;
  return headers === undefined ? all : Object.assign(all, headers);
}

/** What a journey asks for. */
export interface Wanted {
  readonly user: Active;
  readonly step: StepEntry;
  readonly method: string;
  readonly path: string;
  readonly ask: Ask<unknown>;
  readonly settle: Call['settle'];
}

/** Calls of one VU. */
export interface Calls {
  /** A call that has not been sent. Throws a sentence when the journey asks for something that cannot be. */
  make(wanted: Wanted): Call;
  /** Takes a call that is over, and that nothing refers to any more, to be used again. */
  giveBack(call: Call): void;
}

/** Calls kept for use; more of them are under way only after a stall. */
const MOST_KEPT = 64;

function blankCall({ user, step, ask, settle }: Wanted): Call {
  const hop: Hop = { method: '', url: '', body: null, headers: {} };
  const [counts, times] = [
    { hops: 0, failures: 0, atLeast: 0 },
    { intended: 0, first: 0, sent: 0, service: 0, took: 0 },
  ];
  const outcome = { value: undefined, ending: null, promise: null };
  return {
    ...{ user, step, ask, settle, variants: null, answered: null, unanswered: null, origin: hop, hop },
    ...counts,
    ...times,
    ...outcome,
  };
}

/**
 * A call has two dozen fields, and to make a table of so many costs k6's interpreter more than the rest of preparing a request. So those
 * that are over are used again. The waiting room keeps its requests in the same way; a pool for both would be a call more for each request,
 * and no line fewer.
 */
export function createCalls(host: Host): Calls {
  const kept: Call[] = [];
  return {
    make(wanted) {
      const { user, ask } = wanted;
      // What throws comes first: a call taken from the kept ones must not be lost.
      const body = bodyOf(ask);
      const url = urlOf(host, ask, wanted.path);
      const variants = ask.tags === undefined ? null : variantsOf(wanted.step, ask.tags);
      const call = kept.pop() ?? blankCall(wanted);
      const { origin } = call;
      origin.method = wanted.method;
      origin.url = url;
      origin.body = body.data;
      origin.headers = headersOf(host, user, ask, body.type);
      call.user = user;
      call.step = wanted.step;
      call.ask = ask;
      call.variants = variants;
      call.settle = wanted.settle;
      call.failures = 0;
      call.value = undefined;
      call.ending = null;
      call.promise = null;
      renew(host, call);
      return call;
    },
    giveBack(call) {
      if (kept.length < MOST_KEPT) kept.push(call);
    },
  };
}

/** Prepares a call for its next try. */
export function renew(host: Host, call: Call): void {
  call.hop = call.origin;
  call.intended = call.user.at;
  call.first = host.now();
  call.hops = 0;
  call.service = 0;
  call.took = 0;
  call.atLeast = 0;
}
