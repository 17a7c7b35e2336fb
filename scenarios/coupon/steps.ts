import type { StepDefinition } from '../../surgeproof.ts';
import { assumedBudget } from '../grounds.ts';

/** What a visitor does, in the order of the story, and what counts as fast enough. */
export const steps = {
  today: { title: 'See whose day it is', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
  login: { title: 'Log in with phone number and PIN', p50: '300 ms', p95: '1.5 s', p99: '3 s', errors: '0.5 %', ...assumedBudget },
  eligibility: {
    title: 'Check the day and the entitlement',
    p50: '150 ms',
    p95: '500 ms',
    p99: '1.5 s',
    errors: '0.1 %',
    ...assumedBudget,
  },
  apply: { title: 'Apply for the coupon', p50: '250 ms', p95: '1 s', p99: '3 s', errors: '0.1 %', ...assumedBudget },
  'apply-anyway': {
    title: 'Apply on a day that is not one’s own, which must be refused',
    p95: '1 s',
    errors: '0.1 %',
    rare: true,
    ...assumedBudget,
  },
  'buy-voucher': { title: 'Buy a voucher while there are any', p50: '250 ms', p95: '1 s', p99: '3 s', errors: '0.1 %', ...assumedBudget },
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type CouponStep = keyof typeof steps;
