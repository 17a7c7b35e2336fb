import { sleep } from 'k6';
import http from 'k6/http';
import type { Options } from 'k6/options';
import { baselineOptions } from './baseline-options.ts';

const { url, people, seconds, drainSeconds } = baselineOptions();

/** The baseline of a bench: five steps with think times as stock k6 does it, one VU a user. */
export const options: Options = {
  scenarios: {
    baseline: {
      executor: 'ramping-vus',
      startVUs: 0,
      stages: [
        { duration: `${seconds}s`, target: people },
        { duration: `${drainSeconds}s`, target: people },
      ],
      gracefulStop: '0s',
      gracefulRampDown: '0s',
    },
  },
  systemTags: [],
};

/** Seconds, uniform around the mean of the journey of the engine's side. */
const think = (mean: number): void => sleep(mean * (0.5 + Math.random()));

/** k6 calls this again and again for each VU. */
export default function (): void {
  const headers = { 'content-type': 'application/json' };
  http.get(`${url}/open`);
  think(4.4);
  const session = http.post(`${url}/session`, JSON.stringify({ user: __VU, pin: '123456' }), { headers });
  const token = session.json('token');
  http.get(`${url}/items`, { headers: { authorization: `Bearer ${token}` } }).json('id');
  think(4.4);
  http.post(`${url}/basket`, JSON.stringify({ item: '42' }), { headers }).json('id');
  think(4.4);
  http.post(`${url}/orders`, JSON.stringify({ basket: '42' }), { headers }).json('id');
}
