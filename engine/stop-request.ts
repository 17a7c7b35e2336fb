import http from 'k6/http';
import type { Host } from './users/context.ts';

/** How long one request waits to be asked to stop, milliseconds: the most that it holds a VU back at the end. */
const HELD_MS = 2_000;

/**
 * Asks an address that holds its answers until the run is to stop: whatever it answers, and also when it goes away, the VU stops. Two
 * requests are held, because k6 cancels them at SIGINT and forbids the first code to run after it, but not the second: so the last lines
 * are written in that case too.
 */
export function listenForStop(host: Host): void {
  const address = host.run.stop;
  if (address === null) return;
  const listen = (): void => {
    if (host.over) return;
    http.asyncRequest('GET', address, null, { timeout: HELD_MS, responseType: 'none', tags: { name: 'stop' } }).then(
      () => host.stop.stop(),
      (error) => (String(error).includes('request timeout') ? listen() : host.stop.stop()),
    );
  };
  listen();
  listen();
}
