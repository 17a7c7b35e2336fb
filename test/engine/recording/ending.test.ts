import { describe, expect, it } from 'vitest';
import { endingOfAnswer, endingOfError, wasCut } from '../../../engine/recording/ending.ts';

// The texts are what k6 2.2.0 rejected with when tried.
const DIALLED = 'Get "http://127.0.0.1:1/x": dial tcp 127.0.0.1:1: connect: connection refused';
const TIMED_OUT = 'Get "http://127.0.0.1:80/hang": request timeout';

describe('ending', () => {
  it.each([
    [DIALLED, 'unreachable', 'system', 'dial tcp 127.0.0.1:1: connect: connection refused'],
    [TIMED_OUT, 'timeout', 'system', 'the client stopped waiting'],
    ['Get "http://127.0.0.1:80/reset": EOF', 'failed', 'system', 'EOF'],
    [
      'Get "http://nohost.invalid/": lookup nohost.invalid on 10.0.0.1:53: no such host',
      'unreachable',
      'system',
      'lookup nohost.invalid on 10.0.0.1:53: no such host',
    ],
    [
      'Get "http://127.0.0.1:80/": dial tcp: socket: too many open files',
      'unreachable',
      'client environment',
      'dial tcp: socket: too many open files',
    ],
  ])('of %s is %s, owned by %s', (error, outcome, owner, cause) => {
    expect(endingOfError({ toString: () => error })).toEqual({ outcome, owner, cause });
  });

  it.each([
    [503, 'maintenance', 'failed', 'system', 'HTTP 503 maintenance'],
    [504, undefined, 'failed', 'third party', 'HTTP 504'],
    [401, 'wrong-pin', 'rejected', 'user', 'HTTP 401 wrong-pin'],
    [429, undefined, 'rejected', 'system', 'HTTP 429'],
    [200, undefined, 'failed', 'system', 'HTTP 200 with an answer that cannot be read'],
    [302, undefined, 'failed', 'system', 'HTTP 302 with an answer that cannot be read'],
  ])('of an answer %i %s is %s, owned by %s', (status, code, outcome, owner, cause) => {
    expect(endingOfAnswer(status, code)).toEqual({ outcome, owner, cause });
  });

  it('keeps 120 characters of what the target said', () => {
    expect(endingOfAnswer(500, 'x'.repeat(9_000)).cause).toHaveLength(120);
    expect(endingOfError('y'.repeat(9_000)).cause).toHaveLength(120);
  });

  it('tells a request that k6 cut from one that failed', () => {
    expect(wasCut('Get "http://127.0.0.1:80/": context canceled')).toBe(true);
    expect(wasCut(TIMED_OUT)).toBe(false);
  });
});
