import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The word to stop, as an address that holds its answers until it is given: k6 leaves no time to write last lines after a signal. */
export interface StopAddress {
  readonly url: string;
  giveWord(): void;
  close(): void;
}

export async function openStopAddress(): Promise<StopAddress> {
  const held = new Set<ServerResponse>();
  let given = false;
  const server = createServer((_, response) => {
    if (given) return void response.end('stop');
    held.add(response);
    response.on('close', () => held.delete(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stop`,
    giveWord: () => {
      given = true;
      for (const response of held) response.end('stop');
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
