import { randomUUID } from 'node:crypto';
import { pinOf } from '../../../models/people/person.ts';
import { signSession } from '../../shared/access/session-token.ts';
import type { AppConfig } from '../../shared/app/app-config.ts';
import type { WarmUpRequest } from '../../shared/network/send-warm-up.ts';

/** Every route but comments, which stay. */
export function warmUpRequests({ secret }: Pick<AppConfig, 'secret'>): WarmUpRequest[] {
  const headers = { authorization: `Bearer ${signSession({ id: randomUUID(), user: 1 }, secret)}` };
  return [
    { method: 'POST', path: '/login', body: { user: 'u0000001', pin: pinOf(1) } },
    { method: 'GET', path: '/notices?page=1', headers },
    { method: 'GET', path: '/notices/1', headers },
    { method: 'GET', path: '/search?word=notice', headers },
  ];
}
