import { isIPv4, isIPv6 } from 'node:net';

/** The reference service was told to listen where others could reach it. */
export class NotLoopbackError extends Error {
  constructor(host: string) {
    super(
      `host: the reference service is simulated and listens on loopback only, got ${JSON.stringify(host)}; use 127.0.0.1, ::1 or localhost`,
    );
    this.name = 'NotLoopbackError';
  }
}

/**
 * The address to listen on for a host name, or a `NotLoopbackError`.
 * Only literals are trusted: 127.0.0.0/8 and ::1. `localhost` becomes 127.0.0.1 without asking a resolver, which could be told to lie.
 *
 * @example loopbackAddress('localhost') // => '127.0.0.1'
 * @example loopbackAddress('127.0.0.5') // => '127.0.0.5'
 */
export const loopbackAddress = (host: string): string => {
  if (host === 'localhost') return '127.0.0.1';
  if (isIPv4(host) && host.startsWith('127.')) return host;
  if (isIPv6(host) && host === '::1') return host;
  throw new NotLoopbackError(host);
};
