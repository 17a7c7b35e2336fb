import type { Place, Told } from './told.ts';

/** A request as a waiting room understands it. */
export interface Understood {
  readonly what: 'join' | 'poll' | 'leave' | 'complete' | 'app';
  /** Lane to join; empty otherwise. */
  readonly lane: string;
  /** Key of the place; empty for joining. */
  readonly key: string;
}

/** A request as it comes in. */
export interface Incoming {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** How a waiting room is spoken to. */
export interface Words {
  understand(incoming: Incoming): Understood | null;
  /** A place in the words of the room. */
  say(place: Place, key: string, ticket: number, fields: Told['fields']): string;
}

const headerOf = ({ headers }: Incoming, name: string): string => String(headers[name] ?? '');

/** What all rooms have in common: the service, which is shown a pass. */
function atApp(incoming: Incoming): Understood | null {
  return incoming.path.startsWith('/app/') ? { what: 'app', lane: '', key: headerOf(incoming, 'x-queue-pass') } : null;
}

/** Surgeproof's own protocol. */
export const surgeproofWords: Words = {
  understand(incoming) {
    const { path, body } = incoming;
    const lane = /^\/queue\/([^/]+)\/join$/.exec(path)?.[1];
    if (lane !== undefined) return { what: 'join', lane, key: '' };
    const key = /^\/queue\/poll\?key=(.*)$/.exec(path)?.[1];
    if (key !== undefined) return { what: 'poll', lane: '', key };
    const gone = /^\/queue\/(leave|complete)$/.exec(path)?.[1] as 'leave' | 'complete' | undefined;
    return gone === undefined ? atApp(incoming) : { what: gone, lane: '', key: (JSON.parse(body) as { key: string }).key };
  },
  say: (place, key, ticket, fields) =>
    JSON.stringify(
      place.state === 'waiting'
        ? { state: 'waiting', position: 3, waitMs: 1_500, pollMs: place.pollMs, ticket, key, ...fields }
        : { state: 'admitted', pass: key, ticket, key, ...fields },
    ),
};

/** NetFunnel. */
export const netfunnelWords: Words = {
  understand(incoming) {
    const [, opcode, encoded = ''] = /^\/ts\.wseq\?opcode=(\d+).*&(?:aid|key)=([^&]*)$/.exec(incoming.path) ?? [];
    const name = decodeURIComponent(encoded);
    if (opcode === '5101') return { what: 'join', lane: name, key: '' };
    if (opcode === '5002') return { what: 'poll', lane: '', key: name };
    return opcode === '5004' ? { what: 'complete', lane: '', key: name } : atApp(incoming);
  },
  say: (place, key, _, fields = {}) => {
    const said = place.state === 'waiting' ? { nwait: 3, nnext: 0, tps: 2, ttl: place.pollMs / 1_000 } : {};
    const pairs = Object.entries({ key, ...said, ...fields }).map(([name, value]) => `${name}=${value}`);
    return `5002:${place.state === 'waiting' ? 201 : 200}:${pairs.join('&')}`;
  },
};

/** A room of somebody else, for a surge with three functions: the key stands in a header, the interval in seconds in a sentence. */
export const foreignWords: Words = {
  understand(incoming) {
    const [, what, lane = '', key] = /^\/line\/(join|poll|leave|complete)(?:\/([^?]+))?(?:\?.*place=(.*))?$/.exec(incoming.path) ?? [];
    if (what === undefined) return atApp(incoming);
    return { what: what as 'join', lane, key: key ?? headerOf(incoming, 'x-place') };
  },
  say: (place, key, ticket, fields = {}) => {
    const words = place.state === 'waiting' ? `please wait ${place.pollMs / 1_000} s` : `come in with ${key}`;
    return `place ${key} number ${ticket}: ${String(fields.words ?? words)}`;
  },
};

/** The same requests, answers in nested JSON with the interval in seconds. */
export const nestedWords: Words = {
  understand: foreignWords.understand,
  say: (place, key, ticket, fields = {}) => {
    const retry = place.state === 'waiting' ? { retry: { after: place.pollMs / 1_000 } } : {};
    return JSON.stringify({ data: { status: place.state === 'waiting' ? 'QUEUED' : 'IN', who: { id: key, ticket }, ...retry, ...fields } });
  },
};
