import { describe, expect, it } from 'vitest';
import { config } from '../../../../k6.config.ts';
import { thresholdsOf } from '../../../../models/workload/surge/thresholds.ts';

describe('the thresholds for k6', () => {
  it('repeat the budget of a step, response time in ms and share of failures', () => {
    const pay = { p50: 250, p95: 1_000, p99: 3_000, errorShare: 0.001, minSamples: 200, source: 'test', kind: 'assumed' } as const;
    expect(thresholdsOf({ pay })).toEqual({
      'response_time{step:pay}': ['p(50)<=250', 'p(95)<=1000', 'p(99)<=3000'],
      'step_failed{step:pay}': ['rate<=0.001'],
    });
  });

  it('cover every budget of the configuration, twice', () => {
    expect(Object.keys(thresholdsOf(config.budgets))).toHaveLength(2 * Object.keys(config.budgets).length);
  });
});
