import http, { type CookieJar, type Params, type RefinedParams, type Response } from 'k6/http';
import { endingOfError, wasCut } from '../../recording/ending.ts';
import type { Host } from '../../users/context.ts';
import { headerOf } from '../answers/answer.ts';
import { judgeAnswer, keepsBody } from '../answers/judge-answer.ts';
import { retryAfter } from '../answers/retry-after.ts';
import type { Call, Hop } from '../call.ts';
import { milliseconds } from '../durations.ts';
import { forEver } from '../watched-promise.ts';
import { hostOf, isRedirect, methodAfter, resolveLocation } from './redirect.ts';

/** As browsers and k6 do. */
const MOST_REDIRECTS = 10;

/** Sends a call, follows its redirects, judges the answer and settles it. One promise for each hop, and no async function between. */
export type SendCall = (call: Call) => Promise<unknown>;

/** k6 reads the parameters before `asyncRequest` returns, so that one object serves everybody. */
type SharedParams = RefinedParams<'text' | 'none'> & { jar: CookieJar };

/** Where the answer to a call sends it; null when that is not to be followed. */
function nextHop(host: Host, { hop, hops, ask }: Call, response: Response, status: number): Hop | null {
  if (!isRedirect(status) || hops >= (ask.redirects ?? MOST_REDIRECTS)) return null;
  const location = headerOf(response, 'location');
  const url = location === null ? null : resolveLocation(hop.url, location);
  if (url === null) return null;
  const method = methodAfter(status, hop.method);
  return { method, url, body: method === hop.method ? hop.body : null, headers: headersFor(host, hop, url, method) };
}

/** A redirect after the last one that is followed leads in a circle, or nowhere. */
function noteLoop(call: Call): void {
  if (call.ending !== null) call.ending = { ...call.ending, cause: `${call.ending.cause}, after ${call.hops} redirects` };
}

/** A GET has no content type; an address outside the target does not get its headers, which may hold secrets. */
function headersFor({ target }: Host, hop: Hop, url: string, method: string): Record<string, string> {
  const stays = hostOf(url) === hostOf(hop.url) || Object.values(target.bases).some((base) => hostOf(base) === hostOf(url));
  if (!stays) return target.acceptEncoding === null ? {} : { 'accept-encoding': target.acceptEncoding };
  if (method === hop.method) return hop.headers;
  const { 'content-type': _, ...headers } = hop.headers;
  return headers;
}

function showWalk({ walk }: Host, call: Call, response: Response | null): void {
  const { ending, hop, took, step } = call;
  const { method, url } = hop;
  walk?.request({ step: step.index, method, url, ending, ms: took, status: response?.status ?? null, body: response?.body });
}

export function timeoutOf({ profile }: Host, { ask }: Call): number {
  return ask.timeout === undefined ? profile.clientTimeout : milliseconds('timeout', ask.timeout);
}

/** A call without an answer: the client's patience when it timed out, else the time until it failed. */
function noteError(host: Host, call: Call, error: unknown): void {
  const [asked, gone] = [hostOf(call.origin.url), hostOf(call.hop.url)];
  const ending = endingOfError(error, gone === asked ? null : gone);
  const took = ending.outcome === 'timeout' ? timeoutOf(host, call) : host.now() - call.sent;
  call.service += took;
  call.took += took;
  call.ending = ending;
}

/** `underWay` holds the calls that have no answer yet. */
export function createSendCall(host: Host, underWay: Set<Call>): SendCall {
  const params: SharedParams = { jar: new http.CookieJar(), headers: {}, timeout: 0, redirects: 0, responseType: 'none' };

  function answered(call: Call, response: Response): unknown {
    if (host.over) return forEver;
    underWay.delete(call);
    // Fields of a response are looked up by reflection: each once.
    const { status, timings } = response;
    const { duration, blocked } = timings;
    call.service += duration;
    call.took += blocked + duration;
    const next = status < 300 || status > 399 ? null : nextHop(host, call, response, status);
    host.book.answer(status, blocked, timings, next !== null);
    if (next !== null) {
      call.hop = next;
      call.hops++;
      return send(call);
    }
    judgeAnswer(call, response, status);
    if (call.hops >= MOST_REDIRECTS && isRedirect(status)) noteLoop(call);
    if (call.ending !== null) call.atLeast = retryAfter(response, Date.now());
    if (host.walk !== null) showWalk(host, call, response);
    return call.settle(call);
  }

  function failed(call: Call, error: unknown): unknown {
    if (wasCut(error)) host.stop.stop();
    if (host.over) return forEver;
    underWay.delete(call);
    noteError(host, call, error);
    if (host.walk !== null) showWalk(host, call, null);
    return call.settle(call);
  }

  function send(call: Call): Promise<unknown> {
    const { user, ask, step, hop } = call;
    user.jar ??= new http.CookieJar();
    params.jar = user.jar;
    params.headers = hop.headers;
    params.timeout = timeoutOf(host, call);
    params.responseType = host.walk !== null || keepsBody(ask) ? 'text' : 'none';
    if (step.tags !== undefined) (params as Params).tags = step.tags;
    call.sent = host.now();
    call.answered ??= (response) => answered(call, response);
    call.unanswered ??= (error) => failed(call, error);
    underWay.add(call);
    return http.asyncRequest(hop.method, hop.url, hop.body, params).then(call.answered, call.unanswered);
  }
  return send;
}
