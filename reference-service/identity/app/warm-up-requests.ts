import type { WarmUpRequest } from '../../shared/network/send-warm-up.ts';

/** Requests that write nothing: nobody's attempt is begun. */
export const WARM_UP_REQUESTS: readonly WarmUpRequest[] = [
  { method: 'GET', path: '/methods' },
  { method: 'GET', path: '/blocks/u0000001' },
  { method: 'GET', path: '/verifications/warm-up' },
  { method: 'GET', path: '/account' },
];
