import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { netfunnelDialect } from '../../../engine/waiting-room/dialects/netfunnel.ts';
import { surgeproofDialect } from '../../../engine/waiting-room/dialects/surgeproof.ts';
import type { WaitingRoomDialect } from '../../../models/definition/waiting-room-dialect.ts';
import { type FakeRequest, serve } from '../../fakes/k6/http.ts';
import { intervalIn } from '../../fakes/k6/native/waiting-answers.ts';
import { countOf, everybody, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LINES = ['typescript', 'native'] as const;

describe('the JSON dialect', () => {
  it.each([
    ['{"state":"waiting","position":3,"waitMs":10,"pollMs":2000}', 2_000],
    ['{"position":3,"state":"waiting","pollMs":1500.5,"waitMs":null}', 1_500.5],
    ['{"state":"waiting","note":"a \\"pollMs\\":9 in a text","pollMs":2000}', 2_000],
    ['{"state":"waiting","inner":{"pollMs":9},"pollMs":2000}', 2_000],
  ])('reads %s', (body, pollMs) => {
    expect(surgeproofDialect.read(200, body, 'k')).toMatchObject({ state: 'waiting', key: 'k', pollMs });
  });

  it.each(['', '[]', 'null', '{"state":"waiting","pollMs":0}', '{"state":"waiting","pollMs":"x"}', '{"state":"admitted"}'])(
    'does not take %s for a place',
    (body) => {
      expect(surgeproofDialect.read(200, body, 'k')).toBeNull();
    },
  );

  it('knows a lost place from a waiting room without that lane', () => {
    expect(surgeproofDialect.read(404, '', 'k')).toBe('lost');
    expect(surgeproofDialect.read(404, '', '')).toBeNull();
  });
});

describe('the dialect of NetFunnel', () => {
  it('reads waiting, passing and lost places', () => {
    const { read } = netfunnelDialect;
    expect(read(200, '5002:201:key=K1&nwait=20&nnext=5&tps=4&ttl=3', '')).toEqual({
      state: 'waiting',
      key: 'K1',
      ticket: null,
      pollMs: 3_000,
      waitMs: 5_000,
    });
    expect(read(200, '5002:200:key=K1&nwait=0&nnext=0&tps=4&ttl=0&pass=a.b.c&expires=9', 'K1')).toEqual({
      state: 'admitted',
      key: 'K1',
      ticket: null,
      pass: 'a.b.c',
      admittedAt: null,
    });
    expect(read(200, '5002:505:msg=unknown', 'K1')).toBe('lost');
    expect(read(200, '5002:505:msg=unknown-lane', '')).toBeNull();
    expect(read(200, '<html>', 'K1')).toBeNull();
  });

  it.each(LINES)('takes people from the ticket to the pass, and gives the slot back, line %s', async (line) => {
    const asked: string[] = [];
    serve(({ path, params }: FakeRequest) => {
      if (!path.startsWith('/ts.wseq')) return { status: params.headers?.['x-queue-pass'] === 'p1' ? 200 : 403 };
      asked.push(/opcode=(\d+)/.exec(path)![1]!);
      const waiting = asked.filter((opcode) => opcode === '5002').length < 2;
      return { status: 200, body: waiting ? '5002:201:key=K1&nwait=1&nnext=0&tps=1&ttl=1' : '5002:200:key=K1&pass=p1' };
    });
    const log = await virtualRun({
      journeys: everybody((user) => user.get('items', '/x').then(() => {})),
      target: { waitingRoom: { base: 'http://room.test', dialect: 'netfunnel' } },
      profile: { arrivalSeconds: 1 },
      run: { line },
    });
    expect(asked).toEqual(['5101', '5002', '5002', '5004']);
    expect(log.end?.users).toMatchObject({ finished: 1 });
    expect(countOf(log, 'items')).toBe(1);
  });
});

describe('a dialect of the surge file', () => {
  /** A waiting room by cookie: no key, no pass in a header, nothing to give back. */
  const cookieRoom: WaitingRoomDialect = {
    ask: (what) => (what === 'join' || what === 'poll' ? { method: 'GET', path: '/wait', headers: { accept: 'text/plain' } } : null),
    read: (status, body, key) => {
      if (status !== 200) return null;
      return body === 'go'
        ? { state: 'admitted', key, ticket: null, pass: '', admittedAt: null }
        : { state: 'waiting', key, ticket: null, pollMs: 500, waitMs: null };
    },
    enter: () => ({}),
    waiting: { pattern: 'wait (?<interval>[0-9]+)', unit: 'ms' },
  };

  it.each(LINES)(
    'holds people by its three functions; cookies set in line stay with the person, and with nobody else, line %s',
    async (line) => {
      const seen: string[] = [];
      let people = 0;
      const polls = new Map<string, number>();
      serve(({ path, cookies }) => {
        if (path !== '/wait') {
          seen.push(cookies);
          return { status: 200 };
        }
        if (cookies === '') return { status: 200, body: 'wait 500', cookie: `place=${++people}` };
        polls.set(cookies, (polls.get(cookies) ?? 0) + 1);
        return { status: 200, body: polls.get(cookies)! < 3 ? 'wait 500' : 'go' };
      });
      const log = await virtualRun({
        journeys: everybody((user) => user.get('items', '/x').then(() => {})),
        target: { waitingRoom: { base: 'http://room.test', dialect: 'surge' } },
        dialect: cookieRoom,
        run: { line },
      });
      expect(log.end?.users).toMatchObject({ arrived: 10, finished: 10 });
      expect([...seen].sort()).toEqual(Array.from({ length: 10 }, (_, i) => `place=${i + 1}`).sort());
      expect([...polls.values()]).toEqual(new Array(10).fill(3));
      expect(countOf(log, 'queue-leave')).toBe(0);
    },
  );

  it.each(LINES)('ends one person, as a mistake of the script, when one of its functions throws, line %s', async (line) => {
    serve(() => ({ status: 200 }));
    const broken: WaitingRoomDialect = {
      ...cookieRoom,
      read: () => {
        throw new TypeError('oops');
      },
    };
    const log = await virtualRun({
      target: { waitingRoom: { base: 'http://room.test', dialect: 'surge' } },
      dialect: broken,
      run: { line },
    });
    expect(log.end?.users).toMatchObject({ arrived: 10, failed: 10 });
  });
});

describe('what Go takes for "wait on"', () => {
  const bodies = [
    [surgeproofDialect, '{"state":"waiting","position":3,"waitMs":10,"pollMs":2000}', 2_000],
    [surgeproofDialect, '{"key":"K1","state":"waiting","pollMs":1500.5}', 1_500.5],
    [netfunnelDialect, '5002:201:key=K1&nwait=20&nnext=5&tps=4&ttl=3', 3_000],
    [netfunnelDialect, ' 5002:201:ttl=3&ip=1\n', 3_000],
  ] as const;

  it.each(bodies)('is what the dialect reads: %#', ({ waiting, read }, body, pollMs) => {
    expect(intervalIn(body, 'K1', waiting!)).toBe(pollMs);
    expect(read(200, body, 'K1')).toMatchObject({ state: 'waiting', pollMs });
  });

  it('is never another answer, whatever a room writes into it', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ':',
      '&',
      '0',
      '-1',
      '5002',
      '200',
      'key=',
      'ttl=',
      '"state":"admitted"',
      '\n',
      '\\',
      '{}',
      'é',
      '\u2028',
    );
    const edits = fc.array(fc.tuple(fc.nat(70), fc.nat(4), piece), { maxLength: 3 });
    const edited = (body: string, changes: readonly (readonly [number, number, string])[]): string =>
      changes.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), body);
    fc.assert(
      fc.property(fc.constantFrom(...bodies), edits, ([{ waiting, read }, body], changes) => {
        const text = edited(body, changes);
        const pollMs = intervalIn(text, 'K1', waiting!);
        if (pollMs > 0) expect(read(200, text, 'K1')).toMatchObject({ state: 'waiting', pollMs });
      }),
      { numRuns: 2_000 },
    );
  });
});
