import type { Response } from 'k6/http';
import { headerOf } from './answer.ts';

const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;

/**
 * How long an answer asks a client to wait, milliseconds: `Retry-After` of a 429 or 503, in seconds or as a date of HTTP; 0 when it asks
 * for nothing. `now`: Unix milliseconds.
 */
export function retryAfter(response: Response, now: number): number {
  if (response.status !== TOO_MANY_REQUESTS && response.status !== UNAVAILABLE) return 0;
  const text = headerOf(response, 'retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  const date = text === '' ? Number.NaN : Date.parse(text);
  return Number.isFinite(date) ? Math.max(0, date - now) : 0;
}
