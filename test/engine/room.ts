import type { FakeAnswer, FakeRequest } from '../fakes/k6/http.ts';

let tickets = 0;

/** A waiting room that lets everybody in at the door, and a service that says yes to everything. */
export function room({ path }: Pick<FakeRequest, 'path'>): FakeAnswer {
  if (!path.startsWith('/queue/')) return { status: 200, body: { ok: true }, duration: 10 };
  if (!path.endsWith('/join')) return { status: 204, duration: 10 };
  tickets++;
  const body = { ticket: tickets, key: `key-${tickets}`, state: 'admitted', pass: `pass-${tickets}`, expiresAt: 2e12 };
  return { status: 200, body, duration: 10 };
}
