import http, { type RefinedParams } from 'k6/http';
import type { Options } from 'k6/options';
import { baselineOptions } from './baseline-options.ts';

const { url, people, seconds, drainSeconds, hosts } = baselineOptions();

/*
 * The baseline of a bench: the simplest way to hold many waiting people in a VU, one timer and one closure a person, nothing recorded.
 */
export const options: Options = {
  scenarios: {
    baseline: {
      executor: 'per-vu-iterations',
      vus: hosts,
      iterations: 1,
      maxDuration: `${seconds + drainSeconds}s`,
      gracefulStop: '0s',
    },
  },
  batch: 1_000,
  batchPerHost: 1_000,
  systemTags: [],
};

const joinParams: RefinedParams<'text'> = { tags: { name: 'queue-join' }, headers: { 'content-type': 'application/json' } };
const pollParams: RefinedParams<'text'> = { tags: { name: 'queue-poll' } };

async function waitInLine(): Promise<void> {
  const joined = await http.asyncRequest('POST', `${url}/queue/main/join`, '{}', joinParams);
  const { key, pollMs } = JSON.parse(joined.body ?? '') as { key: string; pollMs: number };
  const poll = async (): Promise<void> => {
    const polled = await http.asyncRequest('GET', `${url}/queue/poll?key=${key}`, null, pollParams);
    setTimeout(poll, (JSON.parse(polled.body ?? '') as { pollMs: number }).pollMs);
  };
  setTimeout(poll, pollMs);
}

/** People come in evenly; k6 calls this once a VU. */
export default function (): void {
  const own = people / hosts;
  for (let person = 0; person < own; person++) setTimeout(waitInLine, (person / own) * seconds * 1_000);
}
