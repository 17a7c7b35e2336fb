/** Mistakes that real services of this kind have made, to be started with on purpose: a rehearsal must find each. */
export const BUGS = {
  oversell: 'looks how many vouchers are left and sells one a moment later',
  'sold-out-early': 'says that all are sold while some are left',
  'turns-away-six': 'turns away people whose birth year ends in 6 on their own day',
  'any-day': 'takes applications of people whose day it is not',
  'receipt-without-row': 'hands out a receipt for some applications that it did not store',
} as const;

export type CouponBug = keyof typeof BUGS;
