import { describe, expect, it } from 'vitest';
import { thresholdsOf } from '../../../../models/workload/surge/thresholds.ts';

const pay = {
  p50: 250,
  p95: 1_000,
  p99: 3_000,
  errorShare: 0.001,
  stretch: null,
  burst: null,
  minSamples: 200,
  source: '',
  kind: 'assumed',
} as const;

describe('the thresholds for k6', () => {
  it('repeat the budget of a step, response time in ms and share of failures', () => {
    expect(thresholdsOf({ steps: { pay }, journeys: {} })).toEqual({
      'response_time{step:pay}': ['p(50)<=250', 'p(95)<=1000', 'p(99)<=3000'],
      'step_failed{step:pay}': ['rate<=0.001'],
    });
  });

  it('leave out limits that are switched off', () => {
    const loose = { ...pay, p50: null, p99: null, errorShare: null };
    const off = { ...loose, p95: null };
    expect(thresholdsOf({ steps: { pay: loose, off }, journeys: {} })).toEqual({ 'response_time{step:pay}': ['p(95)<=1000'] });
  });
});
