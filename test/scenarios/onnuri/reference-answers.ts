import { room } from '../../engine/room.ts';
import type { FakeAnswer, FakeRequest } from '../../fakes/k6/http.ts';

const ok = (body: object): FakeAnswer => ({ status: 200, body, duration: 10 });

/** Answers of the service when everything is well, by the HTTP contract. */
export function reference({ path, body, params }: FakeRequest): FakeAnswer {
  const asked = (body ?? {}) as Record<string, unknown>;
  if (path.startsWith('/queue/')) return room({ path });
  switch (path) {
    case '/app/version':
      return ok({ version: '1.2.0', minimum: '1.0.0' });
    case '/login':
      return { status: 200, body: { next: 'identity' }, duration: 10, cookie: String(asked.user) };
    case '/identity/send':
      return ok({ request: 'request-1', code: '424242' });
    case '/identity/confirm':
      return asked.code === '424242' ? ok({ verified: true }) : { status: 403, body: { error: 'wrong-code' } };
    case '/cards':
      return ok({ card: 'card-1', opened: 50_000 });
    case '/balance':
      return params.jar === undefined ? { status: 401 } : ok({ balance: 50_000, currency: 'KRW' });
    case '/qr/lookup':
      if (String(asked.payload).includes('before-merger')) return { status: 422, body: { error: 'invalid-qr' } };
      return ok({ merchant: 'm0001', name: 'Market stall 0001', region: '부산', eligible: true });
    case '/payments':
      return ok({ status: 'approved', receipt: `R-${asked.key}`, balance: 1 });
    case '/payments/cancel':
      return ok({ status: 'cancelled', receipt: `C-${asked.key}`, balance: 2 });
    default:
      return { status: 404, body: { error: 'not-found' } };
  }
}

/** The same, with passes that end at `expiresAt`, Unix milliseconds. */
export function withPassUntil(expiresAt: number, request: FakeRequest): FakeAnswer {
  const answer = reference(request);
  if (typeof answer === 'string' || 'error' in answer || !request.path.endsWith('/join')) return answer;
  return { ...answer, body: { ...(answer.body as object), expiresAt } };
}
