import http from 'k6/http';
import type { Host } from './users/host.ts';

/** How long one request waits for the word to stop, milliseconds: the most that it holds a VU back at the end. */
const HELD_MS = 2_000;

/**
 * Listens for the word to stop at `settings.stop`, an address that holds its answers until then: whatever it says, and also when it goes
 * away, the VU stops. Two requests are held, because k6 cancels them at SIGINT and forbids the first code to run after it, but not the
 * second: so the last lines are written in that case too.
 */
export function listenForStop(host: Host): void {
  const address = host.settings.stop;
  if (address === null) return;
  const listen = (): void => {
    if (host.over) return;
    http.asyncRequest('GET', address, null, { timeout: HELD_MS, tags: { name: 'stop' } }).then(
      () => host.stop(),
      (error) => (String(error).includes('request timeout') ? listen() : host.stop()),
    );
  };
  listen();
  listen();
}
