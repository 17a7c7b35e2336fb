import { admitted, allOf, inTurn, type LaneScript, type Told, waiting, waitingUntil } from '../room/told.ts';

/** Milliseconds since second 0: nothing is answered in between, and people ask at one instant in ten. */
const FREEZE = { from: 4_600, until: 7_600 } as const;
const INSTANTS = 10;

const frozen: LaneScript = {
  poll: ({ at, nth, turn }) => {
    if (nth === 0) return waitingUntil(FREEZE.from + (turn % INSTANTS) * 200, { at });
    if (nth === 1) return { ...waiting(), until: FREEZE.until };
    return nth === 2 ? waiting() : admitted();
  },
};

const PLACE = '{"state":"waiting","pollMs":21}';

/** What is no answer, or hardly one. The connection is closed after it, which is said where it can be: nobody else's request is sent there. */
const RAW: readonly string[] = [
  'SSH-2.0-OpenSSH_9.6\r\n',
  `HTTP/1.0 200 OK\r\n\r\n${PLACE}`,
  'HTTP/1.1 200 OK\r\n\r\n',
  'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n',
  `HTTP/1.1 200\r\ncontent-length: ${PLACE.length}\r\n\r\n${PLACE}`,
  'HTTP/1.1 two hundred\r\n\r\n',
  `HTTP/1.1 200 OK\r\ncontent-length: ${PLACE.length}\r\ncontent-length: 7\r\n\r\n${PLACE}`,
  `HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n${PLACE}`,
  `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${PLACE}`,
  `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1f\r\n${PLACE}\r\n`,
  `HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(2_000_000)}\r\n\r\n`,
  'HTTP/1.1 200 OK\r\nno header at all\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
  'HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n',
  'HTTP/1.1 302 Found\r\nlocation: ::not an address\r\ncontent-length: 0\r\n\r\n',
  'HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Basic\r\ncontent-length: 0\r\n\r\n',
  'HTTP/2.0 200 OK\r\n\r\n',
  'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-encoding: gzip\r\n\r\nabcde',
  'HTTP/1.1 200 OK\r\ncontent-length: 0\r\ncontent-encoding: gzip\r\n\r\n',
  'HTTP/1.1 200 OK\r\ncontent-length: 50\r\ncontent-encoding: br\r\n\r\nabcde',
  '\r\n\r\n',
];

const once = (told: Told): LaneScript => ({ poll: inTurn(waiting(), told, waiting()) });

/*
 * Before anything is answered a connection may be broken under a request that k6's transport then sends again by itself, on a new one: a
 * place is broken for a while, not once, so that the person sees it whatever the transport does.
 */
const brokenForAWhile = (told: Told): LaneScript => {
  const since = new Map<number, number>();
  return {
    poll: ({ turn, nth, at }) => {
      if (nth === 0) return waiting();
      const first = since.get(turn) ?? at;
      since.set(turn, first);
      return at - first < 500 ? told : admitted();
    },
  };
};

/** What happens to connections, and to time. */
export const connections = {
  reset: brokenForAWhile({ wire: 'reset' }),
  closed: brokenForAWhile({ wire: 'closed' }),
  half: once({ wire: 'half' }),
  stuck: once({ wire: 'stuck' }),
  announced: once({ ...waiting(), announced: true }),
  raw: allOf(...RAW.map((raw) => ({ raw: raw.replace(/^HTTP\/1\.1 \d+[^\r]*\r\n(?!upgrade)/, '$&connection: close\r\n') }))),
  /** Never answered: the client stops waiting. */
  silent: once({ wire: 'silent' }),
  slow: { poll: ({ nth }) => (nth < 2 ? { ...waiting(), after: 1_500 } : admitted()) },
  frozen,
  'closes-each-connection': { poll: ({ nth }) => ({ ...(nth < 3 ? waiting() : admitted()), headers: { connection: 'close' } }) },
} satisfies Readonly<Record<string, LaneScript>>;
