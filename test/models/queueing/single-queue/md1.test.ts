import { describe, expect, it } from 'vitest';
import { gi1Bounds } from '../../../../models/queueing/general/gi1-bounds.ts';
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

describe('gi1Bounds', () => {
  // Chen and Whitt 2020, table 1, ca2 = cs2 = 4, lambda = 1 (as in the LINE tests).
  it.each([
    [0.1, 0, 0.044, 0.444, 2.244],
    [0.5, 0.75, 2, 4, 5],
    [0.9, 15.75, 32.4, 36, 36.2],
  ])('has the table of Chen and Whitt at rho %f', (utilisation, lower, heavyTraffic, daley, kingman) => {
    const bounds = gi1Bounds({ arrivalRate: 1, utilisation, ca2: 4, cs2: 4 });
    expect(bounds.lower).toBeCloseTo(lower, 3);
    expect(bounds.heavyTraffic).toBeCloseTo(heavyTraffic, 3);
    expect(bounds.daley).toBeCloseTo(daley, 3);
    expect(bounds.kingman).toBeCloseTo(kingman, 3);
  });

  it('refuses a utilisation of one', () =>
    expectRefusal(
      () => gi1Bounds({ arrivalRate: 1, utilisation: 1, ca2: 1, cs2: 1 }),
      'out-of-range',
      /^utilisation: must be above 0 and below 1/,
    ));
});
