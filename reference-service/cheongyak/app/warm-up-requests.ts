import { randomUUID } from 'node:crypto';
import { signPass } from '../../shared/access/pass.ts';
import { signSession } from '../../shared/access/session-token.ts';
import type { WarmUpRequest } from '../../shared/network/send-warm-up.ts';
import type { CheongyakConfig } from './cheongyak-config.ts';

/** Milliseconds; longer than any warm-up. */
const PASS_GOOD_FOR = 60_000;

/** Requests that write nothing but a draft: nobody's notice is opened, since that would start the clock, and nothing is signed. */
export function warmUpRequests({ secret }: Pick<CheongyakConfig, 'secret'>): WarmUpRequest[] {
  const pass = signPass({ lane: 'apply', ticket: 0, expiresAt: Date.now() + PASS_GOOD_FOR }, secret);
  const session = { cookie: `sid=${signSession({ id: randomUUID(), user: 1 }, secret)}` };
  const draft = { complex: 1, unit: '84A', household: 3, points: 40, address: 'warm-up', phone: '010-0000-0001' };
  return [
    { method: 'POST', path: '/login/challenge', headers: { 'x-queue-pass': pass } },
    { method: 'GET', path: '/eligibility', headers: session },
    { method: 'PUT', path: '/drafts', headers: session, body: draft },
    { method: 'GET', path: '/applications/A-0000000000', headers: session },
  ];
}
