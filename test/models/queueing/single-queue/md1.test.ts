import { describe, expect, it } from 'vitest';
import { md1 } from '../../../../models/queueing/single-queue/md1.ts';
import { expectRefusal } from '../../refused.ts';

/** The textbook series of Erlang, alternating: good to 1e-10 for waits below 5 service times. */
function erlangSeries(rho: number, t: number): number {
  let sum = 0;
  let factorial = 1;
  for (let j = 0; j <= Math.floor(t); j++) {
    if (j > 0) factorial *= j;
    const y = rho * (j - t);
    sum += (y ** j / factorial) * Math.exp(-y);
  }
  return (1 - rho) * sum;
}

describe('md1', () => {
  it('has the distribution of the alternating series where that still has digits', () => {
    for (const rho of [0.3, 0.6, 0.9]) {
      const { waitPercentiles } = md1({ utilisation: rho, serviceTime: 1, percentiles: [75, 80, 90, 95] });
      for (const [percentile, wait] of Object.entries(waitPercentiles)) {
        if (wait > 0 && wait < 5) expect(erlangSeries(rho, wait)).toBeCloseTo(Number(percentile) / 100, 9);
      }
    }
  });

  it('has the mean of Pollaczek–Khinchine and scales with the service time', () => {
    const one = md1({ utilisation: 0.9, serviceTime: 1, percentiles: [99] });
    const two = md1({ utilisation: 0.9, serviceTime: 2, percentiles: [99] });
    expect(one.meanWait).toBeCloseTo(4.5, 12);
    expect(two.waitPercentiles['99']).toBeCloseTo(2 * one.waitPercentiles['99']!, 9);
  });

  it('has the mean as the integral of its own tail', () => {
    const percentiles = Array.from({ length: 999 }, (_, i) => (i + 0.5) / 10);
    const waits = Object.values(md1({ utilisation: 0.7, serviceTime: 1, percentiles }).waitPercentiles);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 1000).toBeCloseTo((0.7 / 0.6) * 0.995, 1);
  });

  it('refuses what it cannot reach', () => {
    expectRefusal(() => md1({ utilisation: 1, serviceTime: 1, percentiles: [50] }), 'unstable', /servers/);
    expectRefusal(() => md1({ utilisation: 0.9999999, serviceTime: 1, percentiles: [99.9] }), 'out-of-range', /too close to 1.*use ggc/);
  });
});
