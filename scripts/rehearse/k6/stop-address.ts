import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that holds its answers until k6 is to stop: k6 leaves no time to write last lines after a signal. */
export interface StopAddress {
  readonly url: string;
  stop(): void;
  close(): void;
}

export async function openStopAddress(): Promise<StopAddress> {
  const held = new Set<ServerResponse>();
  let stopped = false;
  const server = createServer((_, response) => {
    if (stopped) return void response.end('stop');
    held.add(response);
    response.on('close', () => held.delete(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stop`,
    stop: () => {
      stopped = true;
      for (const response of held) response.end('stop');
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
