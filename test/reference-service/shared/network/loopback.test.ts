import { describe, expect, it } from 'vitest';
import { loopbackAddress, NotLoopbackError } from '../../../../reference-service/shared/network/loopback.ts';

describe('the address to listen on', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.8.9.10', '127.8.9.10'],
    ['::1', '::1'],
    ['localhost', '127.0.0.1'],
  ])('is loopback for %s', (host, address) => expect(loopbackAddress(host)).toBe(address));

  it.each(['0.0.0.0', '::', '', '10.0.0.1', '127.0.0.1.example.com', '127.1', '::ffff:10.0.0.1', 'localhost.example.com', '1270.0.0.1'])(
    'is refused for "%s" with a sentence that says what to use',
    (host) => {
      expect(() => loopbackAddress(host)).toThrow(NotLoopbackError);
      expect(() => loopbackAddress(host)).toThrow(`got ${JSON.stringify(host)}; use 127.0.0.1, ::1 or localhost`);
    },
  );
});
