import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

/** A request that leaves nothing behind: no session, no card, no movement of money. */
export interface WarmUpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/** Times each request is made: V8 has optimised a route after a few hundred calls. */
const TIMES = 200;
/** About the workers of one node. */
const CONNECTIONS = 40;
/** Milliseconds after which the warm-up ends, done or not: a start on a slow machine must not wait for it. */
const LONGEST = 4_000;

async function send(agent: Agent, url: string, { method, path, headers, body }: WarmUpRequest): Promise<void> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const asked = request(new URL(path, url), { agent, method, headers: { ...headers, ...json } });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  await once(answer.resume(), 'end');
}

/** Sends the requests in turn, each `TIMES` times over a few connections, whatever is answered. Never rejects. */
export async function sendWarmUp(url: string, requests: readonly WarmUpRequest[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + LONGEST;
  let sent = 0;
  const work = async (): Promise<void> => {
    while (sent < requests.length * TIMES && performance.now() < until) await send(agent, url, requests[sent++ % requests.length]!);
  };
  await Promise.allSettled(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
}
