import { type Answer, numberOf, textOf } from '../users/answer.ts';

/** What the waiting room says of somebody's place; `ticket` and `key` come with the answer to joining. */
export type Place = { readonly ticket: number | null; readonly key: string | null } & (
  | { readonly state: 'waiting'; readonly waitMs: number | null; readonly pollMs: number }
  /** `admittedAt`: Unix milliseconds by the waiting room's clock, null when it does not say. */
  | { readonly state: 'admitted'; readonly pass: string; readonly admittedAt: number | null }
);

const HIGHEST_TICKET = 4_294_967_295;

function ticketOf(value: unknown): number | null {
  const ticket = numberOf(value);
  return ticket !== null && Number.isInteger(ticket) && ticket >= 0 && ticket <= HIGHEST_TICKET ? ticket : null;
}

/** Reads the answer to joining or polling; null when it is not one. */
export function placeOf(body: Answer['body']): Place | null {
  const ticket = ticketOf(body.ticket);
  const key = textOf(body.key);
  if (body.state === 'waiting') {
    const pollMs = numberOf(body.pollMs);
    return pollMs === null || pollMs <= 0 ? null : { state: 'waiting', ticket, key, waitMs: numberOf(body.waitMs), pollMs };
  }
  const pass = body.state === 'admitted' ? textOf(body.pass) : null;
  return pass === null ? null : { state: 'admitted', ticket, key, pass, admittedAt: numberOf(body.admittedAt) };
}
