import { randomUUID } from 'node:crypto';
import { merchantOf } from '../../../models/people/merchant.ts';
import { personOf } from '../../../models/people/person.ts';
import { emvPayload } from '../../../models/protocols/emv-qr.ts';
import { signPass } from '../../shared/access/pass.ts';
import { signSession } from '../../shared/access/session-token.ts';
import type { WarmUpRequest } from '../../shared/network/send-warm-up.ts';
import type { OnnuriConfig } from './onnuri-config.ts';

/** Milliseconds; longer than any warm-up. */
const PASS_GOOD_FOR = 60_000;

/**
 * One request a route, all of which write nothing: the login has a wrong PIN, the payment and the cancel are of a user without an
 * account. A card is not registered, because it would stay in the ledger.
 */
export function warmUpRequests({ secret }: Pick<OnnuriConfig, 'secret'>): WarmUpRequest[] {
  const pass = signPass({ lane: 'payment', ticket: 0, expiresAt: Date.now() + PASS_GOOD_FOR }, secret);
  const cookieOf = (user: number) => ({ cookie: `sid=${signSession({ id: randomUUID(), user }, secret)}` });
  const [session, nobody] = [cookieOf(1), cookieOf(0)];
  const { user, pin, carrier, phone } = personOf(1);
  const post = (path: string, headers: Record<string, string>, body: object): WarmUpRequest => ({ method: 'POST', path, headers, body });
  return [
    { method: 'GET', path: '/app/version', headers: { 'x-queue-pass': pass } },
    post('/login', { 'x-queue-pass': pass }, { user, pin: pin === '000000' ? '000001' : '000000' }),
    post('/identity/send', session, { carrier, phone, method: 'SMS' }),
    post('/identity/confirm', session, { request: randomUUID(), code: '000000' }),
    { method: 'GET', path: '/balance', headers: session },
    post('/qr/lookup', session, { payload: emvPayload(merchantOf(1)) }),
    post('/payments', nobody, { key: 'warm-up', merchant: 'm0001', amount: 1_000 }),
    post('/payments/cancel', nobody, { key: 'warm-up', of: 'warm-up' }),
  ];
}
