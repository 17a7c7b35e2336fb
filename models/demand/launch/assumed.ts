import { normalQuantileOfTail } from '../../distributions/normal.ts';
import type { Quantity } from '../../workload/surge/quantity.ts';

/** Values used where an event states none. The events file can replace each, except the bounds of the answer. */
export const ASSUMED = {
  /** Between one occurrence of a recurring event and the next: median 1.35, P95 2.0. */
  growth: {
    value: 1.35,
    unit: 'times the event before',
    source:
      'three Korean events over the one before: ×1.22 (voucher sale, Seollal 2025), ×1.40 (coupon 2025), ×1.72 (rail booking, Chuseok 2025)',
    kind: 'assumed',
  },
  recurringSpread: {
    value: Math.log(2 / 1.35) / normalQuantileOfTail(0.05),
    unit: 'standard deviation of logarithms',
    source: 'median 1.35 and P95 2.0 from one occurrence to the next',
    kind: 'assumed',
  },
  launchSpread: {
    value: Math.log(10 / 3) / normalQuantileOfTail(0.05),
    unit: 'standard deviation of logarithms',
    source: 'median 3 and P95 10 from a service to its relaunch; the sales of a voucher grew ×6.8 when the product changed',
    kind: 'assumed',
  },
  leastSpread: {
    value: 0.1,
    unit: 'standard deviation of logarithms',
    source: 'published counts are rounded and taken at other moments; two that agree are not the same event',
    kind: 'assumed',
  },
  largestMiss: {
    value: 15,
    unit: 'times the largest analogue',
    source: 'launches brought up to 15 times the estimate: B. Beyer et al., Site Reliability Engineering (2016), ch. 27',
    kind: 'stated',
  },
  devices: {
    value: 4,
    unit: 'arrivals per person of the population',
    source: '6 million at once for 1.5 million eligible, vaccine booking of 2021-07-19',
    kind: 'derived',
  },
  halfLifeShare: {
    value: 1 / 6,
    unit: 'of the window until the rate has halved',
    source: '4.15 of 6.98 million came in the first 3 of 14.5 hours, consumption coupon of 2025-07-21',
    kind: 'derived',
  },
  rushGrowth: { value: 10, unit: 'times the rate before the rush', source: 'last hour before an application closes', kind: 'assumed' },
  rushShare: { value: 2 / 17, unit: 'of the window', source: 'last hour of 09:00 to 17:30, application for apartments', kind: 'assumed' },
} as const satisfies Record<string, Quantity>;
