import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomFrom } from '../../../models/workload/users/random.ts';
import { runPart } from '../../../reference-service/shared/process/run-part.ts';
import { drawLognormal, type Lognormal } from '../../../reference-service/shared/simulation/lognormal.ts';

/** How the stub behaves. */
export interface StubConfig {
  /** When a person in line is to ask again, milliseconds; null: everybody is let in at once. */
  readonly pollMs: number | null;
  /** Milliseconds until an answer is given; null: at once. */
  readonly answerAfter: Lognormal | null;
}

/** What the stub has been asked so far. */
export interface Tally {
  readonly joined: number;
  readonly polls: number;
  /** People who have polled at least once. */
  readonly pollers: number;
  /** Requests to the service behind the line. */
  readonly served: number;
}

const MOST_PEOPLE = 2 ** 22;
/** As long as the keys, passes and cookies of the reference service: what is kept of a user must weigh the same. */
const KEY_LENGTH = 22;
const PASS = `register.${'0'.repeat(12)}.${'A'.repeat(43)}`;
const COOKIE = `sid=${'A'.repeat(43)}; HttpOnly; Path=/`;
/** Connections that may wait while the process is stopped; with Node's own 511 the kernel would refuse some for a second. */
const BACKLOG = 4_096;

/** Answers like a waiting room and the service behind it, but knows nobody: it costs as little as Node's own server can. */
function stub({ pollMs, answerAfter }: StubConfig): (request: IncomingMessage, response: ServerResponse) => void {
  const tally = { joined: 0, polls: 0, pollers: 0, served: 0 };
  const polled = new Uint8Array(MOST_PEOPLE);
  const random = randomFrom(1);
  const waiting = `"state":"waiting","position":12345,"waitMs":51437,"pollMs":${pollMs}}`;
  const admitted = `"state":"admitted","pass":"${PASS}","expiresAt":${Date.now() + 3_600_000}}`;
  const place = pollMs === null ? admitted : waiting;

  function answer(url: string): string {
    if (url.endsWith('/join')) {
      const ticket = ++tally.joined;
      return `{"ticket":${ticket},"key":"${String(ticket).padStart(KEY_LENGTH, '0')}",${place}`;
    }
    if (url.startsWith('/queue/poll')) {
      const person = Number(url.slice(-KEY_LENGTH));
      tally.polls++;
      if (polled[person] === 0) tally.pollers++;
      polled[person] = 1;
      return `{${place}`;
    }
    if (url === '/tally') return JSON.stringify(tally);
    tally.served++;
    return '{"token":"0123456789abcdef","id":"42"}';
  }

  return (request, response) => {
    request.resume();
    const url = request.url ?? '';
    const body = answer(url);
    const reply = (): void => {
      const cookie = url === '/open' ? { 'set-cookie': COOKIE } : {};
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length, ...cookie }).end(body);
    };
    if (answerAfter === null || url === '/tally') reply();
    else setTimeout(reply, drawLognormal(answerAfter, random));
  };
}

runPart(async (config: StubConfig) => {
  const server = createServer(stub(config));
  // k6 keeps connections; one that is closed under its hands would be counted as an error of the target.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0, backlog: BACKLOG }, resolve));
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
  };
  return { ready: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, stop };
});
