import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { surgeproofDialect } from '../../../engine/waiting-room/dialects/surgeproof.ts';
import { serve } from '../../fakes/k6/http.ts';
import { fakeNative } from '../../fakes/k6/native/native.ts';
import { countOf, errorsOf, everybody, latencies, virtualRun } from '../virtual-run.ts';
import { given, IN, json, room, run, WAIT } from './native-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const OWN = { base: 'http://room.test', dialect: 'surge' } as const;

describe('the line in Go', () => {
  it('is named in the head line, and only there', async () => {
    serve(room(() => IN));
    expect((await run()).head.line).toBe('native');
    expect((await virtualRun()).head).not.toHaveProperty('line');
    expect(
      (await run({ dialect: { ...surgeproofDialect, waiting: undefined as never }, target: { waitingRoom: OWN } })).head,
    ).not.toHaveProperty('line');
  });

  it('books what Go answered, with its connections, in the second in which it was', async () => {
    serve(room(() => json({ state: 'waiting', pollMs: 1_000 }, { duration: 40, blocked: 10 })));
    const log = await run({ profile: { arrivalSeconds: 1, drainSeconds: 4 } });
    // Joins at 0.5 s and asks at 1.5 s, then 1 s after each answer, on the grid of 20 ms; the run is over at 5 s.
    expect(log.seconds.map(({ statuses = [] }) => statuses)).toEqual([[[200, 1]], [[200, 1]], [[200, 1]], [[200, 1]], [[200, 1]], []]);
    expect(log.seconds[2]?.connections).toEqual([1, 0]);
    expect(countOf(log, 'queue-poll')).toBe(4);
    expect(latencies(log, 'queue-poll', 'ok', 1)).toHaveLength(4);
  });

  it('keeps failures in a row apart from those that a good answer came between', async () => {
    let asked = 0;
    // One try more is all that people make here: two errors in a row end the wait, and these have a good answer between.
    serve(room(() => (asked++ % 2 === 0 ? { status: 503, duration: 0 } : WAIT)));
    const log = await run({ profile: { arrivalSeconds: 1, drainSeconds: 10 } });
    expect(countOf(log, 'queue-poll', 'failed')).toBeGreaterThan(3);
    expect(log.end?.users).toMatchObject({ inLine: 1, gaveUp: 0 });
    serve(room(() => ({ status: 503, duration: 0 })));
    expect((await run()).end?.users).toMatchObject({ arrived: 10, gaveUp: 10 });
  });

  it('leaves people to the wheel whom Go cannot hold', async () => {
    let polls = 0;
    serve(room((key) => (++polls > 20 && key !== '' ? IN : WAIT)));
    const log = await run({ native: fakeNative(0) });
    expect(log.end?.users).toMatchObject({ arrived: 10, finished: 10 });
    expect(countOf(log, 'queue-poll')).toBe(polls);
  });

  it('leaves polls to the wheel that are more than a GET, and functions that throw to the moment of the poll', async () => {
    serve(room(({ length }) => (length > 0 ? IN : WAIT)));
    const posting = {
      ...surgeproofDialect,
      ask: (...[what, lane, key]: Parameters<typeof surgeproofDialect.ask>) => {
        const request = surgeproofDialect.ask(what, lane, key);
        return what === 'poll' && request !== null ? { ...request, method: 'POST' as const, body: '{}' } : request;
      },
    };
    const posted = await run({ dialect: posting, target: { waitingRoom: OWN } });
    expect(posted.end?.users).toMatchObject({ finished: 10 });
    const throwing = {
      ...surgeproofDialect,
      ask: (...[what, lane, key]: Parameters<typeof surgeproofDialect.ask>) => {
        if (what === 'poll') throw new TypeError('oops');
        return surgeproofDialect.ask(what, lane, key);
      },
    };
    const thrown = await run({ dialect: throwing, target: { waitingRoom: OWN } });
    expect(thrown.end?.users).toMatchObject({ arrived: 10, failed: 10 });
    expect(errorsOf(thrown).map(([step, , owner, count]) => [step, owner, count])).toEqual([['queue-poll', 'script', 10]]);
    expect(countOf(thrown, 'queue-join')).toBe(10);
  });

  it('ends one person when a function of the surge file throws for one of those who come back at once', async () => {
    serve(room(() => IN));
    const dialect = {
      ...surgeproofDialect,
      read: (...[status, body, key]: Parameters<typeof surgeproofDialect.read>) => {
        if (key === 'k50') throw new TypeError('oops');
        return surgeproofDialect.read(status, body, key);
      },
    };
    // 100 people arrive within one slot and come back in one call.
    const log = await run({
      dialect,
      target: { waitingRoom: OWN },
      profile: { arrivals: { shape: 'constant', rate: 100_000 }, arrivalSeconds: 0.001 },
    });
    expect(log.end?.users).toMatchObject({ arrived: 100, finished: 99, failed: 1 });
  });

  it('ends on one who is given back twice, and on a row that it does not have', async () => {
    serve(room());
    for (const rows of [[given(0), given(0)], [given(7)], [given(0, { 2: 20, 3: 20 })]]) {
      const native = fakeNative();
      const odd = run({
        native,
        profile: { arrivalSeconds: 1 },
        meanwhile: () => setTimeout(() => native.opened[0]!.giveBack(rows), 1_800),
      });
      await expect(odd).rejects.toThrow(/k6\/x\/surgeproof: must give a row back that it has, and once, got row \d/);
      vi.clearAllTimers();
    }
  });

  it('lets a row serve the next person', async () => {
    serve(room(() => IN));
    const native = fakeNative();
    const log = await run({ native, profile: { arrivals: { shape: 'constant', rate: 0.5 }, arrivalSeconds: 10 } });
    // Everybody has left when the next one arrives, so that all of them had row 0.
    expect(log.end?.users).toMatchObject({ arrived: 5, finished: 5 });
    expect(native.opened).toHaveLength(1);
  });

  it('gives a person the cookie that comes with a poll, and nobody else', async () => {
    const asked = new Map<string, string[]>();
    const inside: string[] = [];
    const answer = room((key, { cookies }) => {
      const before = asked.get(key) ?? [];
      asked.set(key, [...before, cookies]);
      if (before.length === 0 && key === 'k1') return json({ state: 'waiting', pollMs: 1_000 }, { cookie: 'place=7; Path=/' });
      return before.length < 2 ? WAIT : IN;
    });
    serve((request) => {
      if (request.path === '/x') inside.push(request.cookies);
      return request.path === '/x' ? { status: 200 } : answer(request);
    });
    const log = await run({ journeys: everybody((user) => user.get('items', '/x').then(() => {})), profile: { arrivalSeconds: 2 } });
    expect(log.end?.users).toMatchObject({ finished: 2 });
    expect([...asked]).toEqual([
      ['k1', ['', 'place=7', 'place=7']],
      ['k2', ['', '', '']],
    ]);
    expect(inside.sort()).toEqual(['', 'place=7']);
  });
});
