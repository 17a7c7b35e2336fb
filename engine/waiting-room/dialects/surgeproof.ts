import type { RoomPlace, RoomRequest, WaitingRoomDialect } from '../../../models/definition/waiting-room-dialect.ts';

/*
 * The JSON protocol of surgeproof's own waiting room: POST /queue/<lane>/join, GET /queue/poll?key=, POST /queue/leave and /queue/complete.
 */

type Fields = Readonly<Record<string, unknown>>;

const JSON_BODY = { 'content-type': 'application/json' } as const;
/** Made anew for every poll, it would be most of what the engine allocates; k6 has read it when the next poll is made. */
const poll: { method: 'GET'; path: string } = { method: 'GET', path: '' };

function objectOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

function ticketOf(value: unknown): number | null {
  const ticket = numberOf(value);
  return ticket !== null && Number.isSafeInteger(ticket) && ticket >= 0 ? ticket : null;
}

const WAITING = '{"state":"waiting",';
const POLL_MS = '"pollMs":';

/**
 * `pollMs` of the usual answer to a poll, found in its text: parsing JSON costs four times as much. 0 when the text is another one: a
 * quoted or nested value could hold the same characters, so both are left to the parser.
 */
function scanPollMs(body: string): number {
  if (!body.startsWith(WAITING) || body.includes('\\') || body.indexOf('{', 1) >= 0) return 0;
  const at = body.indexOf(POLL_MS);
  if (at < 0) return 0;
  const pollMs = Number.parseFloat(body.slice(at + POLL_MS.length));
  return pollMs > 0 && pollMs < Number.POSITIVE_INFINITY ? pollMs : 0;
}

function placeIn(fields: Fields, known: string): RoomPlace | null {
  const key = textOf(fields.key) ?? known;
  const ticket = ticketOf(fields.ticket);
  if (fields.state === 'waiting') {
    const pollMs = numberOf(fields.pollMs);
    return pollMs === null || pollMs <= 0 ? null : { state: 'waiting', key, ticket, pollMs, waitMs: numberOf(fields.waitMs) };
  }
  const pass = fields.state === 'admitted' ? textOf(fields.pass) : null;
  return pass === null
    ? null
    : { state: 'admitted', key, ticket, pass, admittedAt: numberOf(fields.admittedAt), expiresAt: numberOf(fields.expiresAt) };
}

const isGone = (status: number): boolean => status === 404 || status === 410;

export const surgeproofDialect: WaitingRoomDialect = {
  ask(what, lane, key): RoomRequest {
    if (what === 'poll') {
      poll.path = `/queue/poll?key=${key}`;
      return poll;
    }
    if (what === 'join') return { method: 'POST', path: `/queue/${encodeURIComponent(lane)}/join`, body: '{}', headers: JSON_BODY };
    return { method: 'POST', path: `/queue/${what}`, body: JSON.stringify({ key }), headers: JSON_BODY };
  },

  read(status, body, key) {
    if (status !== 200) return isGone(status) && key !== '' ? 'lost' : null;
    const pollMs = key === '' ? 0 : scanPollMs(body);
    if (pollMs > 0) return { state: 'waiting', key, ticket: null, pollMs, waitMs: null };
    const fields = objectOf(body);
    const place = fields === null ? null : placeIn(fields, key);
    // The answer to joining must say both; later ones may leave them out.
    return place === null || place.key === '' || (key === '' && place.ticket === null) ? null : place;
  },

  enter: (pass) => ({ 'x-queue-pass': pass }),
  waiting: { json: { state: 'state', is: 'waiting', interval: 'pollMs', unit: 'ms', key: 'key' } },
};
