import http, { type RefinedParams, type Response } from 'k6/http';
import type { Host } from '../users/host.ts';

/**
 * The requests of people in line. Their parameters are shared, but for a cookie jar that is thrown away: who waits is known by the key in
 * the address, and a cookie that a waiting room sets must not reach the other people of the VU.
 */
export interface LineRequests {
  join(lane: number): Promise<Response>;
  poll(key: string): Promise<Response>;
}

/** k6 reads the parameters before `asyncRequest` returns, so that one object serves everybody. */
function ownJar(params: RefinedParams<'text'>): RefinedParams<'text'> {
  params.jar = new http.CookieJar();
  return params;
}

/** Requests to the waiting room; `tags.name` keeps k6 from making a time series of every key. */
export function lineRequests({ surge, profile, settings }: Host): LineRequests {
  const timeout = profile.clientTimeout;
  const joinUrls = surge.lanes.map(({ name }) => `${settings.waitingRoom}/queue/${name}/join`);
  const pollUrl = `${settings.waitingRoom}/queue/poll?key=`;
  const joinParams = { timeout, tags: { name: 'queue-join' }, headers: { 'content-type': 'application/json' } };
  const pollParams = { timeout, tags: { name: 'queue-poll' } };
  return {
    join: (lane) => http.asyncRequest('POST', joinUrls[lane]!, '{}', ownJar(joinParams)),
    poll: (key) => http.asyncRequest('GET', pollUrl + key, null, ownJar(pollParams)),
  };
}
