import { describe, expect, it } from 'vitest';
import { endingOfAnswer, endingOfError, wasCut } from '../../../engine/recording/ending.ts';

// The texts are what k6 2.2.0 rejected with when tried.
const DIALLED = 'Get "http://127.0.0.1:1/x": dial tcp 127.0.0.1:1: connect: connection refused';
const TIMED_OUT = 'Get "http://127.0.0.1:80/hang": request timeout';

describe('ending', () => {
  it.each([
    [DIALLED, 'unreachable', 'system', 'connection refused'],
    [TIMED_OUT, 'timeout', 'system', 'the client stopped waiting'],
    ['Get "http://127.0.0.1:80/reset": EOF', 'unreachable', 'system', 'connection closed by the target'],
    ['Get "http://nohost.invalid/": lookup nohost.invalid on 10.0.0.1:53: no such host', 'unreachable', 'system', 'no such host'],
    [
      'Get "http://127.0.0.1:80/": dial tcp: socket: too many open files',
      'unreachable',
      'client environment',
      'dial tcp: socket: too many open files',
    ],
    ['read tcp 127.0.0.1:35634->127.0.0.1:9121: read: connection reset by peer', 'unreachable', 'system', 'connection reset by peer'],
    ['Get "https://a/": stream error: stream ID 25; INTERNAL_ERROR', 'failed', 'system', 'HTTP/2 stream ended (INTERNAL_ERROR)'],
    [
      'Get "https://a/": x509: certificate signed by unknown authority',
      'unreachable',
      'client environment',
      'x509: certificate signed by unknown authority',
    ],
  ])('of %s is %s, owned by %s', (error, outcome, owner, cause) => {
    expect(endingOfError({ toString: () => error })).toEqual({ outcome, owner, cause });
  });

  it.each([
    [503, 'maintenance', 'failed', 'system', 'HTTP 503 maintenance'],
    [504, undefined, 'failed', 'third party', 'HTTP 504'],
    [401, 'wrong-pin', 'rejected', 'unclear', 'HTTP 401 wrong-pin'],
    [404, undefined, 'rejected', 'unclear', 'HTTP 404'],
    [408, undefined, 'rejected', 'system', 'HTTP 408'],
    [429, undefined, 'rejected', 'system', 'HTTP 429'],
    [200, undefined, 'failed', 'unclear', 'HTTP 200, which the surge does not expect'],
    [302, undefined, 'failed', 'unclear', 'HTTP 302, which the surge does not expect'],
  ])('of an answer %i %s is %s, owned by %s', (status, code, outcome, owner, cause) => {
    expect(endingOfAnswer(status, code)).toEqual({ outcome, owner, cause });
  });

  it('keeps 160 characters of what the target said', () => {
    expect(endingOfAnswer(500, 'x'.repeat(9_000)).cause).toHaveLength(160);
    expect(endingOfError('y'.repeat(9_000)).cause).toHaveLength(160);
  });

  it('tells a request that k6 cut from one that failed', () => {
    expect(wasCut('Get "http://127.0.0.1:80/": context canceled')).toBe(true);
    expect(wasCut(TIMED_OUT)).toBe(false);
  });

  // Go 1.25, net/http/response.go and net/textproto/reader.go: what of an answer stands in an error, quoted or not.
  it.each([
    'malformed HTTP status code "context canceled"',
    'malformed HTTP response "a \\"request timeout\\", in a blacklisted range"',
    'malformed MIME header line: x509: too many open files, context canceled',
  ])('does not take what a target sent for a word of k6: %s', (reason) => {
    const error = `Get "http://127.0.0.1:80/": net/http: HTTP/1.x transport connection broken: ${reason}`;
    expect(wasCut(error)).toBe(false);
    expect(endingOfError(error)).toMatchObject({ outcome: 'failed', owner: 'system' });
  });

  it('names the host that a redirect led to, when it gives no answer', () => {
    const lost = { toString: () => 'Get "https://shop.invalid/": lookup shop.invalid on 10.0.0.1:53: no such host' };
    expect(endingOfError(lost, 'shop.invalid')).toMatchObject({
      outcome: 'unreachable',
      cause: 'no such host, redirected to shop.invalid',
    });
  });

  it('of a blocked address says whether a redirect led there', () => {
    const blocked = { toString: () => 'Get "http://10.1.2.3/x": dial tcp: IP (10.1.2.3) is in a blacklisted range (10.0.0.0/8)' };
    expect(endingOfError(blocked, 'cdn.example')).toMatchObject({
      owner: 'unclear',
      cause: expect.stringMatching(/^redirected to cdn\.example, an address that is not allowed/),
    });
    expect(endingOfError(blocked)).toMatchObject({ cause: expect.stringMatching(/^the address is not allowed/) });
  });
});
