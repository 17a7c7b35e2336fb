import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A shop as a platform team has one: a session cookie, a bearer token, a CSRF header, and nothing that knows of surgeproof. */
export interface Shop {
  readonly url: string;
  /** Requests that arrived, as `POST /api/session`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

interface Options {
  /** PEM of a certificate and its key. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Nothing but HTTP/2. */
  readonly http2?: boolean;
}

interface Session {
  readonly token: string;
  readonly csrf: string;
}

type Incoming = IncomingMessage | Http2ServerRequest;
type Outgoing = (ServerResponse | Http2ServerResponse) & { end(text?: string): unknown };
export type Answer = (request: Incoming, response: Outgoing, body: string) => void;

export function json(response: Outgoing, status: number, value: unknown, headers: Record<string, string> = {}): void {
  for (const [name, text] of Object.entries({ 'content-type': 'application/json', ...headers })) response.setHeader(name, text);
  response.statusCode = status;
  response.end(JSON.stringify(value));
}

const cookie = (request: Incoming, name: string): string =>
  new RegExp(`${name}=([^;]+)`).exec(String(request.headers.cookie ?? ''))?.[1] ?? '';

/** The three endpoints of the shop. */
export function shopAnswers(): Answer {
  const sessions = new Map<string, Session>();
  return (request, response, body) => {
    if (request.url === '/api/session' && request.method === 'POST') {
      if (!/"email":"[^"]+@example\.com"/.test(body)) return json(response, 400, { error: 'no such customer' });
      const id = randomUUID();
      const session = { token: randomUUID(), csrf: randomUUID() };
      sessions.set(id, session);
      return json(response, 200, { token: session.token }, { 'set-cookie': `sid=${id}; Path=/; HttpOnly`, 'x-csrf-token': session.csrf });
    }
    const session = sessions.get(cookie(request, 'sid'));
    if (session === undefined) return json(response, 401, { error: 'no session' });
    if (request.url === '/api/items') return json(response, 200, [{ id: 7, name: 'tea' }]);
    if (request.url !== '/api/checkout') return json(response, 404, { error: 'not found' });
    if (request.headers.authorization !== `Bearer ${session.token}`) return json(response, 401, { error: 'wrong token' });
    if (request.headers['x-csrf-token'] !== session.csrf) return json(response, 403, { error: 'wrong CSRF token' });
    return json(response, 201, { order: 1 });
  };
}

export type OpenShop = (answer?: Answer, options?: Options) => Promise<Shop>;

/** Opens shops on free ports; all are closed when the tests of the file are over. */
export function shops(): OpenShop {
  const open: Shop[] = [];
  afterAll(() => Promise.all(open.map((shop) => shop.close())));
  return async (answer = shopAnswers(), options = {}) => {
    const shop = await serve(answer, options);
    open.push(shop);
    return shop;
  };
}

async function serve(answer: Answer, { tls, http2 = false }: Options): Promise<Shop> {
  const requests: string[] = [];
  const listener = (request: Incoming, response: Outgoing): void => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part;
    });
    request.on('end', () => {
      if (!request.url?.startsWith('/.well-known/')) requests.push(`${request.method} ${request.url}`);
      answer(request, response, body);
    });
  };
  const server = serverOf(listener as unknown as RequestListener, tls, http2).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  const scheme = tls === undefined ? 'http' : 'https';
  return { url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}

function serverOf(listener: RequestListener, tls: Options['tls'], http2: boolean) {
  if (tls === undefined) return createServer(listener);
  if (!http2) return createTlsServer(tls, listener);
  return createSecureServer({ ...tls, allowHTTP1: false }, listener as never);
}
