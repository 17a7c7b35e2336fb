import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { netfunnelDialect } from '../../../engine/waiting-room/dialects/netfunnel.ts';
import { surgeproofDialect } from '../../../engine/waiting-room/dialects/surgeproof.ts';
import type { WaitingRoomDialect } from '../../../models/definition/waiting-room-dialect.ts';
import { type FakeRequest, serve } from '../../fakes/k6/http.ts';
import { countOf, everybody, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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

  it('takes people from the ticket to the pass, and gives the slot back', async () => {
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
  };

  it('holds people by its three functions; cookies set in line stay with the person, and with nobody else', async () => {
    const seen: string[] = [];
    let people = 0;
    const polls = new Map<string, number>();
    serve(({ path, cookies }) => {
      if (path !== '/wait') {
        seen.push(cookies);
        return { status: 200 };
      }
      if (cookies === '') return { status: 200, body: 'wait', cookie: `place=${++people}` };
      polls.set(cookies, (polls.get(cookies) ?? 0) + 1);
      return { status: 200, body: polls.get(cookies)! < 3 ? 'wait' : 'go' };
    });
    const log = await virtualRun({
      journeys: everybody((user) => user.get('items', '/x').then(() => {})),
      target: { waitingRoom: { base: 'http://room.test', dialect: 'surge' } },
      dialect: cookieRoom,
    });
    expect(log.end?.users).toMatchObject({ arrived: 10, finished: 10 });
    expect([...seen].sort()).toEqual(Array.from({ length: 10 }, (_, i) => `place=${i + 1}`).sort());
    expect([...polls.values()]).toEqual(new Array(10).fill(3));
    expect(countOf(log, 'queue-leave')).toBe(0);
  });

  it('ends one person, as a mistake of the script, when one of its functions throws', async () => {
    serve(() => ({ status: 200 }));
    const broken: WaitingRoomDialect = {
      ...cookieRoom,
      read: () => {
        throw new TypeError('oops');
      },
    };
    const log = await virtualRun({ target: { waitingRoom: { base: 'http://room.test', dialect: 'surge' } }, dialect: broken });
    expect(log.end?.users).toMatchObject({ arrived: 10, failed: 10 });
  });
});
