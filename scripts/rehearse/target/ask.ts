import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { SecureOptions } from './secure-options.ts';

/** An answer to the harness itself. */
export interface AskedAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** Milliseconds. A target under load answers late; one that is gone refuses at once. */
const PATIENCE = 5_000;
/** Characters of a body that are kept. */
const LONGEST = 20_000;

async function textOf(stream: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += part;
    if (text.length > LONGEST) break;
  }
  return text;
}

async function answerOf(message: IncomingMessage): Promise<AskedAnswer> {
  return { status: message.statusCode ?? 0, location: message.headers.location ?? null, body: await textOf(message) };
}

export async function secureSocket(url: URL, options: SecureOptions, signal: AbortSignal): Promise<TLSSocket> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({
    host,
    port: Number(url.port || 443),
    ALPNProtocols: ['h2', 'http/1.1'],
    ...(isIP(host) ? {} : { servername: host }),
    ...options,
  });
  signal.addEventListener('abort', () => socket.destroy(new Error('timeout')));
  await once(socket, 'secureConnect');
  return socket;
}

async function askHttp2(url: URL, socket: TLSSocket): Promise<AskedAnswer> {
  const session = connectHttp2(url.origin, { createConnection: () => socket });
  session.on('error', () => {});
  try {
    const stream = session.request({ ':path': `${url.pathname}${url.search}` });
    const [headers] = (await once(stream, 'response')) as [Readonly<Record<string, string | number | undefined>>];
    const location = headers.location;
    return { status: Number(headers[':status']), location: location === undefined ? null : String(location), body: await textOf(stream) };
  } finally {
    session.destroy();
  }
}

async function ask11(url: URL, socket: TLSSocket | null, signal: AbortSignal): Promise<AskedAnswer> {
  const request =
    socket === null ? plainRequest(url, { agent: false, signal }) : secureRequest(url, { createConnection: () => socket, signal });
  request.end();
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  try {
    return await answerOf(message);
  } finally {
    request.destroy();
  }
}

/**
 * One GET of the harness itself, over HTTP/2 where the target prefers it. Follows no redirect. Rejects with the error of the system or of
 * TLS when there is no answer.
 */
export async function ask(address: string, options: SecureOptions, patience = PATIENCE): Promise<AskedAnswer> {
  const url = new URL(address);
  const signal = AbortSignal.timeout(patience);
  if (url.protocol === 'http:') return ask11(url, null, signal);
  const socket = await secureSocket(url, options, signal);
  try {
    return socket.alpnProtocol === 'h2' ? await askHttp2(url, socket) : await ask11(url, socket, signal);
  } finally {
    socket.destroy();
  }
}
