import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificates } from '../../scripts/shop/certificates.ts';
import { type AnyRequest, type AnyResponse, reply } from './reply.ts';
import { createSeats, type RoomScripts } from './seats.ts';
import type { Transcript } from './transcript.ts';

export interface RoomOptions extends RoomScripts {
  /** Speaks HTTP/2 with TLS. */
  readonly certificates?: Certificates;
}

/** A waiting room and a service behind it, which do with each person what the script of the lane says. */
export interface ScriptedRoom {
  readonly url: string;
  /** Unix milliseconds of second 0, once it is known. */
  startsAt(unix: number): void;
  transcript(): Transcript;
  /** Headers of polls, each set of names and values once, without those that differ by nature. */
  pollHeaders(): readonly string[];
  /** Ends all connections, forgets all places and is gone for so many milliseconds. */
  restart(goneFor: number): Promise<void>;
  close(): Promise<void>;
}

async function bodyOf(request: AnyRequest): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function seatIn(cookies: unknown): string | null {
  return /(?:^|; )seat=([^;]*)/.exec(String(cookies ?? ''))?.[1] ?? null;
}

const DIFFERING = new Set(['cookie', 'x-place', ':path']);

/** A TLS server has its own name for it; both tell of each connection once. */
function serverOf({ certificates }: RoomOptions, handle: (request: AnyRequest, response: AnyResponse) => void): Server {
  if (certificates === undefined) return createServer(handle);
  const { cert, key } = certificates;
  return createSecureServer({ cert, key, allowHTTP1: true }, handle as never) as unknown as Server;
}

export async function openScriptedRoom(options: RoomOptions): Promise<ScriptedRoom> {
  let startsAt = Date.now();
  const now = (): number => Date.now() - startsAt;
  const book = createSeats(options, now);
  const pollHeaders = new Set<string>();
  const sockets = new Set<Socket>();

  async function handle(request: AnyRequest, response: AnyResponse): Promise<void> {
    // The client may send a request over a connection that was just ended: it hears nothing there and sends it again.
    if ('writableEnded' in request.socket && request.socket.writableEnded) return;
    const { url = '/', headers } = request;
    const understood = options.words.understand({ path: url, body: await bodyOf(request), headers });
    if (understood === null) return void response.writeHead(418).end();
    if (understood.what === 'poll') {
      const shown = Object.entries(headers).filter(([name]) => !DIFFERING.has(name));
      pollHeaders.add(shown.map(([name, value]) => `${name}: ${String(value).replace(/^127\.0\.0\.1:\d+$/, 'here')}`).join('\n'));
    }
    const { told, words } = book.hear(understood, seatIn(headers.cookie));
    const wait = Math.max(told.after ?? 0, (told.until ?? 0) - now());
    const go = (): void => reply(told, words, request, response);
    if (wait > 0) setTimeout(go, wait);
    else go();
  }

  const server = serverOf(options, (request, response) => {
    // A client that goes away in the middle is no mistake of the test.
    handle(request, response).catch(() => response.destroy?.());
  });
  server.keepAliveTimeout = 0;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const shut = async (): Promise<void> => {
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
    await once(server, 'close');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.certificates === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    startsAt: (unix) => {
      startsAt = unix;
    },
    transcript: book.transcript,
    pollHeaders: () => [...pollHeaders].sort(),
    restart: async (goneFor) => {
      await shut();
      book.forget();
      await new Promise((done) => setTimeout(done, goneFor));
      await listen(port);
    },
    close: shut,
  };
}
