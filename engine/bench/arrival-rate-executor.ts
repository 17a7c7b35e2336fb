import http from 'k6/http';
import type { Options } from 'k6/options';
import { baselineOptions } from './baseline-options.ts';

const { url, people, seconds } = baselineOptions();

/** The baseline of a bench: the same arrivals by k6's own executor with 20 VUs. */
export const options: Options = {
  scenarios: {
    baseline: {
      executor: 'constant-arrival-rate',
      rate: people / seconds,
      timeUnit: '1s',
      duration: `${seconds}s`,
      preAllocatedVUs: 20,
      maxVUs: 20,
    },
  },
  summaryTrendStats: ['count', 'avg', 'p(90)', 'p(95)', 'p(99)'],
};

export default function (): void {
  http.get(`${url}/queue/poll?key=1`, { tags: { name: 'queue-poll' } });
}

interface Summary {
  readonly metrics: { readonly http_req_duration: { readonly values: Readonly<Record<string, number>> } };
}

/** One line of JSON, milliseconds. */
export function handleSummary({ metrics }: Summary): { stdout: string } {
  const { count, avg, 'p(90)': p90, 'p(95)': p95, 'p(99)': p99 } = metrics.http_req_duration.values;
  return { stdout: `${JSON.stringify({ count, mean: avg, p90, p95, p99 })}\n` };
}
