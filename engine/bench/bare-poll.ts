import http, { type RefinedParams } from 'k6/http';
import { arrivalCurve } from '../../models/workload/arrivals/curves/from-spec.ts';
import { onnuriLaunch } from '../../scenarios/onnuri/launch-surge.ts';
import { settings } from '../settings/env.ts';
import { k6Options, profileOf } from '../settings/k6-options.ts';

/*
 * The baseline of a bench: the simplest way to hold many waiting people in a VU, one timer and one closure a person, nothing recorded.
 */
export const options = k6Options(onnuriLaunch, settings, Date.now());

const { arrivals, arrivalSeconds, hosts } = profileOf(onnuriLaunch, settings);
const people = arrivalCurve(arrivals).arrivalsUntil(arrivalSeconds) / hosts;
const joinParams: RefinedParams<'text'> = { tags: { name: 'queue-join' }, headers: { 'content-type': 'application/json' } };
const pollParams: RefinedParams<'text'> = { tags: { name: 'queue-poll' } };

async function waitInLine(): Promise<void> {
  const joined = await http.asyncRequest('POST', `${settings.waitingRoom}/queue/register/join`, '{}', joinParams);
  const { key, pollMs } = JSON.parse(joined.body ?? '') as { key: string; pollMs: number };
  const poll = async (): Promise<void> => {
    const polled = await http.asyncRequest('GET', `${settings.waitingRoom}/queue/poll?key=${key}`, null, pollParams);
    setTimeout(poll, (JSON.parse(polled.body ?? '') as { pollMs: number }).pollMs);
  };
  setTimeout(poll, pollMs);
}

/** People come in evenly; k6 calls this once a VU. */
export default function (): void {
  for (let person = 0; person < people; person++) setTimeout(waitInLine, (person / people) * arrivalSeconds * 1_000);
}
