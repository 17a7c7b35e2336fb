import { randomUUID } from 'node:crypto';
import { birthDigitOf, MONDAY_DIGITS } from '../../../models/people/visitor.ts';
import { signSession } from '../../shared/access/session-token.ts';
import type { WarmUpRequest } from '../../shared/network/send-warm-up.ts';
import type { CouponConfig } from './coupon-config.ts';

/** One request a route that writes nothing: nobody has a pass, and the application is one of a person whose day it is not. */
export function warmUpRequests({ secret }: Pick<CouponConfig, 'secret'>): WarmUpRequest[] {
  let user = 1;
  while (MONDAY_DIGITS.includes(birthDigitOf(user))) user++;
  const headers = { cookie: `sid=${signSession({ id: randomUUID(), user }, secret)}` };
  return [
    { method: 'GET', path: '/today' },
    { method: 'POST', path: '/login', body: { user: 'u0000001', pin: '000000' } },
    { method: 'GET', path: '/eligibility', headers },
    { method: 'POST', path: '/applications', headers, body: { key: 'warm-up' } },
    { method: 'POST', path: '/purchases', body: { key: 'warm-up' } },
  ];
}
