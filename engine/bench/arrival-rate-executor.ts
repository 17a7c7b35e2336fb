import http from 'k6/http';
import type { Options } from 'k6/options';
import { arrivalCurve } from '../../models/workload/arrivals/curves/from-spec.ts';
import { onnuriLaunch } from '../../scenarios/onnuri/launch-surge.ts';
import { settings } from '../settings/env.ts';
import { profileOf } from '../settings/k6-options.ts';

const { arrivals, arrivalSeconds } = profileOf(onnuriLaunch, settings);

/** The baseline of a bench: the same arrivals by k6's own executor with 20 VUs. */
export const options: Options = {
  scenarios: {
    baseline: {
      executor: 'constant-arrival-rate',
      rate: arrivalCurve(arrivals).rateAt(0),
      timeUnit: '1s',
      duration: `${arrivalSeconds}s`,
      preAllocatedVUs: 20,
      maxVUs: 20,
    },
  },
  summaryTrendStats: ['count', 'avg', 'p(90)', 'p(95)', 'p(99)'],
};

export default function (): void {
  http.get(`${settings.waitingRoom}/queue/poll?key=1`, { tags: { name: 'queue-poll' } });
}

interface Summary {
  readonly metrics: { readonly http_req_duration: { readonly values: Readonly<Record<string, number>> } };
}

/** One line of JSON, milliseconds. */
export function handleSummary({ metrics }: Summary): { stdout: string } {
  const { count, avg, 'p(90)': p90, 'p(95)': p95, 'p(99)': p99 } = metrics.http_req_duration.values;
  return { stdout: `${JSON.stringify({ count, mean: avg, p90, p95, p99 })}\n` };
}
