import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCause, withoutNumbers } from '../../../engine/recording/causes.ts';
import { endingOfAnswer, endingOfError } from '../../../engine/recording/ending.ts';

const port = fc.integer({ min: 1_024, max: 65_535 });
const address = fc.oneof(
  fc.tuple(fc.ipV4(), port).map(([ip, at]) => `${ip}:${at}`),
  fc.tuple(fc.ipV6(), port).map(([ip, at]) => `[${ip}]:${at}`),
);
const id = fc.oneof(fc.uuid(), fc.nat().map(String), fc.stringMatching(/^[0-9][0-9a-f]{11,31}$/));
const time = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString());

/** The same misfortune, each time with other numbers: one cause each. */
const KINDS: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  [
    'connection reset by peer',
    fc
      .tuple(address, address, id)
      .map(([a, b, key]) => `Get "http://${b}/queue/poll?key=${key}": read tcp ${a}->${b}: read: connection reset by peer`),
  ],
  [
    'connection closed by the target',
    fc
      .tuple(address, fc.constantFrom('EOF', 'unexpected EOF', 'http: server closed idle connection'))
      .map(([a, what]) => `Post "http://${a}/pay": ${what}`),
  ],
  ['broken pipe', fc.tuple(address, address).map(([a, b]) => `Post "http://${b}/": write tcp ${a}->${b}: write: broken pipe`)],
  ['connection refused', address.map((a) => `Get "http://${a}/": dial tcp ${a}: connect: connection refused`)],
  [
    'HTTP/2 stream ended (INTERNAL_ERROR)',
    fc.nat().map((n) => `Get "https://a/": stream error: stream ID ${n}; INTERNAL_ERROR; received from peer`),
  ],
  [
    'HTTP/2 connection ended by the target (GOAWAY)',
    fc.nat().map((n) => `http2: server sent GOAWAY and closed the connection; LastStreamID=${n}, ErrCode=NO_ERROR, debug=""`),
  ],
  ['order … not found at …', fc.tuple(id, time).map(([order, at]) => `order ${order} not found at ${at}`)],
  ['no answer from … in …ms', fc.tuple(address, fc.nat(99_999)).map(([a, ms]) => `no answer from ${a} in ${ms}ms`)],
];

describe('causes', () => {
  it.each(KINDS)('%s: one row, whatever the ports, ids and times', (words, texts) => {
    fc.assert(fc.property(texts, (text) => void expect(plainCause(text)).toBe(words)));
  });

  it('are as many as kinds of misfortune, in a thousand of them', () => {
    const texts = KINDS.flatMap(([, kind]) => fc.sample(kind, { numRuns: 125, seed: 7 }));
    expect(new Set(texts.map((text) => endingOfError(text).cause)).size).toBe(KINDS.length);
  });

  it.each([
    ['place 41 of 900 taken', 'place … of … taken'],
    ['user4711 is unknown', 'user… is unknown'],
    ['order-4711 and #17', 'order-… and #…'],
    ['expired 1.5s ago', 'expired …s ago'],
    ['host db-1:5432 is down', 'host db-1:… is down'],
  ])('of the target lose what differs: %s', (code, plain) => {
    expect(endingOfAnswer(500, code).cause).toBe(`HTTP 500 ${plain}`);
  });

  it.each(['ORA-00942', 'maintenance', 'HTTP/2 only', 'x509: unknown', 'v1.2 is required', 'items[0].id', 'E1001'])(
    'keep what names a kind: %s',
    (code) => {
      expect(withoutNumbers(code)).toBe(code);
    },
  );
});
