import http, { type Response } from 'k6/http';
import type { Host } from './host.ts';

/** The requests of people in line. Their parameters are shared: whoever waits has no cookies, the key is in the address. */
export interface LineRequests {
  join(lane: number): Promise<Response>;
  poll(key: string): Promise<Response>;
}

/** Requests to the waiting room; `tags.name` keeps k6 from making a time series of every key. */
export function lineRequests({ surge, profile, settings }: Host): LineRequests {
  const timeout = profile.clientTimeout;
  const joinUrls = surge.lanes.map(({ name }) => `${settings.waitingRoom}/queue/${name}/join`);
  const pollUrl = `${settings.waitingRoom}/queue/poll?key=`;
  const joinParams = { timeout, tags: { name: 'queue-join' }, headers: { 'content-type': 'application/json' } };
  const pollParams = { timeout, tags: { name: 'queue-poll' } };
  return {
    join: (lane) => http.asyncRequest('POST', joinUrls[lane]!, '{}', joinParams),
    poll: (key) => http.asyncRequest('GET', pollUrl + key, null, pollParams),
  };
}
