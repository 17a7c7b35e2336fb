import { randomUUID } from 'node:crypto';
import { signSession } from '../../shared/access/session-token.ts';
import type { WarmUpRequest } from '../../shared/network/send-warm-up.ts';
import type { BankingConfig } from './banking-config.ts';

/** Requests that write nothing: whoever asks has no session that is open. */
export function warmUpRequests({ secret }: Pick<BankingConfig, 'secret'>): WarmUpRequest[] {
  const session = { authorization: `Bearer ${signSession({ id: randomUUID(), user: 1 }, secret)}` };
  return [
    { method: 'GET', path: '/start?version=9', headers: {} },
    { method: 'POST', path: '/identity', headers: {}, body: { phone: '010-0000-0001', user: 'u0000001' } },
    { method: 'GET', path: '/balance', headers: session },
    { method: 'GET', path: '/tokens', headers: session },
  ];
}
