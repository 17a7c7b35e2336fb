import { connect, type Socket } from 'node:net';

/** A few connections over which requests are sent, one at a time on each. */
export interface KeepAliveClient {
  /** Sends a request when a connection is idle; resolves with the body and the time (ms) since the call. Rejects when a connection breaks. */
  send(request: string): Promise<{ readonly body: string; readonly took: number }>;
  close(): void;
}

interface Waiting {
  readonly request: string;
  readonly since: number;
  readonly resolve: (answer: { body: string; took: number }) => void;
  readonly reject: (error: Error) => void;
}

/** Answers with a Content-Length, which is all the servers under this bench send. `null` until the whole body is there. */
const bodyIn = (text: string): string | null => {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  return Buffer.byteLength(text) >= Buffer.byteLength(text.slice(0, end + 4)) + length ? text.slice(end + 4) : null;
};

/**
 * A plain HTTP/1.1 client over raw sockets: it costs a fraction of a general one, so that two cores can hold
 * the server under test and its load. The time a request waits for an idle connection counts.
 */
export const createKeepAliveClient = async (host: string, port: number, connections: number): Promise<KeepAliveClient> => {
  const queue: Waiting[] = [];
  const idle: ((next: Waiting) => void)[] = [];

  const serve = (socket: Socket): void => {
    let current: Waiting | undefined;
    let text = '';
    const start = (next: Waiting): void => {
      current = next;
      text = '';
      socket.write(next.request);
    };
    socket.setNoDelay(true).setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
      const body = bodyIn(text);
      if (body === null || current === undefined) return;
      current.resolve({ body, took: performance.now() - current.since });
      current = undefined;
      const next = queue.shift();
      if (next) start(next);
      else idle.push(start);
    });
    socket.on('close', () => current?.reject(new Error(`the server at port ${port} closed a connection in the middle of an answer`)));
    idle.push(start);
  };
  const sockets = Array.from({ length: connections }, () => connect({ host, port }));
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          socket.once('connect', resolve).once('error', reject);
        }),
    ),
  );
  for (const socket of sockets) serve(socket);

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const waiting = { request, since: performance.now(), resolve, reject };
        const start = idle.pop();
        if (start) start(waiting);
        else queue.push(waiting);
      }),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
};
