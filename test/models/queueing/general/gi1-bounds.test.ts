import { describe, expect, it } from 'vitest';
import { gi1Bounds } from '../../../../models/queueing/general/gi1-bounds.ts';
import { expectRefusal } from '../../refused.ts';

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
