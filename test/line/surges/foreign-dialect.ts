import type { RoomPlace, RoomRequest, WaitingRoomDialect } from '../../../surgeproof.ts';

const PLACE = /^place (\S*) number (\d+): (?:please wait ([\d.]+) s|come in with (\S+))$/;

const joining = (lane: string): RoomRequest => ({ method: 'POST', path: `/line/join/${lane}` });

/** Three functions as a team writes them for a room of its own: the key goes in a header, the answer is a sentence. */
export const unsaidDialect: WaitingRoomDialect = {
  ask(what, lane, key) {
    const headers = { 'x-place': key, 'x-client': 'a team' };
    if (what === 'join') return joining(lane);
    return what === 'poll' ? { method: 'GET', path: '/line/poll', headers } : { method: 'DELETE', path: `/line/${what}`, headers };
  },
  read(status, body, own): RoomPlace | 'lost' | null {
    if (status === 404 || status === 410) return own === '' ? null : 'lost';
    const [, key, ticket, seconds, pass] = PLACE.exec(body) ?? [];
    if (status !== 200 || key === undefined) return null;
    if (pass !== undefined) return { state: 'admitted', key, ticket: Number(ticket), pass, admittedAt: null };
    const pollMs = Number(seconds) * 1_000;
    return pollMs > 0 && Number.isFinite(pollMs) ? { state: 'waiting', key, ticket: Number(ticket), pollMs, waitMs: null } : null;
  },
  enter: (pass) => ({ 'x-queue-pass': pass }),
};

/** The same, and how "still waiting" looks. */
export const foreignDialect: WaitingRoomDialect = {
  ...unsaidDialect,
  waiting: { pattern: 'place (?<key>\\S*) number \\d+: please wait (?<interval>[\\d.]+) s', unit: 's' },
};

interface Nested {
  readonly data?: {
    readonly status: string;
    readonly who: { readonly id: string; readonly ticket: number };
    readonly retry?: { readonly after: unknown };
  };
}

/** Headers that a client of HTTP makes itself unless it is told. */
const OWN_HEADERS = {
  Host: 'queue.example',
  'User-Agent': 'Team/1',
  'Accept-Encoding': 'gzip',
  Connection: 'close',
  'content-length': '0',
};

/** Answers in nested JSON, and headers of its own. */
export const nestedDialect: WaitingRoomDialect = {
  ...unsaidDialect,
  ask(what, lane, key) {
    if (what !== 'poll') return unsaidDialect.ask(what, lane, key);
    return { method: 'GET', path: '/line/poll', headers: { ...OWN_HEADERS, 'x-place': key } };
  },
  read(status, body, own): RoomPlace | 'lost' | null {
    if (status === 404 || status === 410) return own === '' ? null : 'lost';
    if (status !== 200 || !body.startsWith('{')) return null;
    const { data } = JSON.parse(body) as Nested;
    if (data === undefined) return null;
    const { id: key, ticket } = data.who;
    if (data.status === 'IN') return { state: 'admitted', key, ticket, pass: key, admittedAt: null };
    const pollMs = Number(data.retry?.after) * 1_000;
    return data.status === 'QUEUED' && pollMs > 0 ? { state: 'waiting', key, ticket, pollMs, waitMs: null } : null;
  },
  waiting: { json: { state: 'data.status', is: 'QUEUED', interval: 'data.retry.after', unit: 's', key: 'data.who.id' } },
};

/** The path holds a part of the key alone, so that each person's is another one. */
export const partialDialect: WaitingRoomDialect = {
  ...foreignDialect,
  ask(what, lane, key) {
    if (what === 'join') return joining(lane);
    return { method: what === 'poll' ? 'GET' : 'DELETE', path: `/line/${what}?place=${key.slice(0, -4)}` };
  },
};

/** The same headers for everybody; the key stands in the path. */
const HEADERS = { 'x-client': 'a team 0 1 2 3 4 5 6 7 8 9', accept: 'text/plain;q=0.1' } as const;

/** Keys are numbers. */
export const numberedDialect: WaitingRoomDialect = {
  ...foreignDialect,
  ask(what, lane, key) {
    if (what === 'join') return { ...joining(lane), headers: HEADERS };
    return { method: what === 'poll' ? 'GET' : 'DELETE', path: `/line/${what}?v=1.2&place=${key}`, headers: HEADERS };
  },
};

/** Asks by POST, with a body. */
export const postingDialect: WaitingRoomDialect = {
  ...foreignDialect,
  ask(what, lane, key) {
    if (what !== 'poll') return unsaidDialect.ask(what, lane, key);
    return { method: 'POST', path: '/line/poll', headers: { 'x-place': key, 'content-type': 'text/plain' }, body: `where is ${key}?` };
  },
};
