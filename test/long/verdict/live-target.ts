import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ask, Said } from '../../verdict/virtual/hosted-run.ts';

/** One of the made services of the table, behind HTTP on loopback. */
export interface LiveService {
  readonly url: string;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Ask['body']> {
  let text = '';
  for await (const part of request) text += String(part);
  try {
    return JSON.parse(text) as Ask['body'];
  } catch {
    return {};
  }
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function reply(said: Said, response: ServerResponse): Promise<void> {
  if (said === 'never') return;
  await wait(said.duration ?? 0);
  if ('error' in said) {
    response.destroy();
    return;
  }
  const text = typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {});
  const cookie = said.cookie === undefined ? {} : { 'set-cookie': said.cookie };
  response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers, ...cookie });
  response.end(said.status === 204 ? undefined : text);
}

/** Serves answers as the virtual runs do, in real time. `second` counts from the first request of a person; before it, surgeproof looks whether the target answers. */
export async function liveService(answer: (ask: Ask) => Said): Promise<LiveService> {
  let begun: number | null = null;
  const server: Server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    if (/^\/(app|queue)\//.test(url)) begun ??= performance.now();
    const second = begun === null ? -1 : (performance.now() - begun) / 1_000;
    const asked = { method, url, path: url, headers: headers as Ask['headers'], cookies: headers.cookie ?? '', second };
    await reply(answer({ ...asked, body: await bodyOf(request) }), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
