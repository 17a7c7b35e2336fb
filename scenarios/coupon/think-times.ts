import { assumed, type SourcedThinkTime } from '../grounds.ts';
import type { CouponStep } from './steps.ts';

/** What a person takes before a step, in milliseconds, all lognormal; steps that are not listed follow at once. */
export const thinkTimes = {
  login: { kind: 'lognormal', median: 3_000, p95: 10_000, ...assumed('the page to the tap on log-in') },
  apply: { kind: 'lognormal', median: 18_000, p95: 45_000, ...assumed('name, phone, and how the coupon is to be paid out') },
  'buy-voucher': { kind: 'lognormal', median: 3_000, p95: 8_000, ...assumed('typing the six-digit payment PIN') },
} as const satisfies Partial<Record<CouponStep, SourcedThinkTime>>;
