import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketOf } from '../../models/workload/log/histogram.ts';
import { type FakeRequest, serve } from '../fakes/k6/http.ts';
import { room } from './room.ts';
import { countOf, errorsOf, everybody, latencies, type Run, virtualRun } from './virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A service that never answers at some path. */
const silent =
  (path: string) =>
  (request: FakeRequest): ReturnType<typeof room> | 'never' =>
    request.path === path ? 'never' : room(request);
/** One person, who arrives at 0.5 s. */
const one = (run: Run, profile: object = {}) =>
  virtualRun({ journeys: everybody(run), profile: { arrivalSeconds: 1, drainSeconds: 4, thinkScale: 1, ...profile } });
const near = (bucket: number | undefined, ms: number): boolean => Math.abs((bucket ?? 0) - bucketOf(ms)) <= 2;

describe('the end of a run', () => {
  it('books a request under way as slow as it has become', async () => {
    serve(silent('/x'));
    const log = await one((user) => user.get('items', '/x', { tags: { kind: 'new' } }).then(() => {}));
    expect(log.end).toMatchObject({ second: 5, users: { active: 1 } });
    expect(log.end?.thinking).toBeUndefined();
    // Arrives at 0.5 s and joins for 10 ms; the run ends at 5 s.
    expect(near(latencies(log, 'items', 'unfinished', 1)[0], 4_490)).toBe(true);
    expect(countOf(log, 'items kind new', 'unfinished')).toBe(1);
    expect(countOf(log, 'items', 'timeout')).toBe(0);
    expect(errorsOf(log)).toEqual([]);
  });

  it('books nothing of requests that were answered', async () => {
    serve(room);
    const log = await one(async (user) => {
      await user.get('items', '/x');
      await new Promise<void>(() => {});
    });
    expect(countOf(log, 'items')).toBe(1);
    expect(latencies(log, 'items', 'unfinished', 1)).toEqual([]);
  });

  it('books a page as one request, as slow as its slowest', async () => {
    serve(silent('/x'));
    const log = await one((user) => user.all('page', [{ path: '/x' }, { path: '/fast' }, { path: '/x' }]).then(() => {}));
    expect(countOf(log, 'page', 'unfinished')).toBe(1);
  });

  it('books a time-out where the client had waited for one', async () => {
    serve(silent('/x'));
    const log = await one((user) => user.get('items', '/x').then(() => {}), { clientTimeout: 4_490, drainSeconds: 4 });
    expect([countOf(log, 'items', 'timeout'), countOf(log, 'items', 'unfinished')]).toEqual([1, 0]);
    expect(errorsOf(log)).toEqual([['items', 'the client stopped waiting', 'system', 1]]);
  });

  it('books what people in line wait for, and what nobody waits for any more', async () => {
    serve(silent('/queue/slow/join'));
    const joining = await virtualRun({ profile: { drainSeconds: 5 } });
    expect(joining.end?.users.inLine).toBeGreaterThan(0);
    expect(countOf(joining, 'queue-join', 'unfinished') + countOf(joining, 'queue-join', 'timeout')).toBeGreaterThanOrEqual(
      joining.end!.users.inLine,
    );
    serve((request) => (request.path.endsWith('/complete') ? 'never' : room(request)));
    const leaving = await one(async () => {});
    expect(countOf(leaving, 'queue-leave', 'unfinished')).toBe(1);
    expect(leaving.end?.users).toMatchObject({ finished: 1 });
  });

  it('knows who merely thinks', async () => {
    serve(silent('/x'));
    const thinks = await one((user) => user.think({ kind: 'constant', value: 60_000 }));
    expect(thinks.end).toMatchObject({ users: { active: 1 }, thinking: 1 });
    const beside = await one(async (user) => {
      await Promise.all([user.think({ kind: 'constant', value: 60_000 }), user.get('items', '/x')]);
    });
    expect(beside.end?.thinking).toBeUndefined();
    const twice = await one(async (user) => {
      await Promise.all([user.think({ kind: 'constant', value: 1_000 }), user.think({ kind: 'constant', value: 60_000 })]);
    });
    expect(twice.end).toMatchObject({ thinking: 1 });
  });

  it('takes nobody for thinking who is about to try again', async () => {
    serve((request) => (request.path === '/x' ? { status: 503, duration: 0 } : room(request)));
    const retry = {
      probability: 1,
      maxRetries: 9,
      quickRetries: 9,
      quickLow: 30_000,
      quickHigh: 30_000,
      slowMedian: 1_000,
      slowP95: 2_000,
    };
    const tries = await one((user) => user.get('items', '/x').then(() => {}), { retry });
    expect(tries.end).toMatchObject({ users: { active: 1 } });
    expect(tries.end?.thinking).toBeUndefined();
    // After a second try that succeeds, the same person thinks.
    let asked = 0;
    serve((request) => (request.path === '/x' && asked++ === 0 ? { status: 503, duration: 0 } : room(request)));
    const quick = { ...retry, quickLow: 1_000, quickHigh: 1_000 };
    const log = await one(
      async (user) => {
        await user.get('items', '/x');
        await user.think({ kind: 'constant', value: 60_000 });
      },
      { retry: quick },
    );
    expect(log.end).toMatchObject({ thinking: 1 });
  });

  it('counts people turned away by themselves, and gives their place back', async () => {
    const asked: string[] = [];
    serve((request) => {
      asked.push(request.path);
      return room(request);
    });
    const log = await virtualRun({ journeys: everybody(async (user) => user.turnedAway('sold out')) });
    expect(log.end?.users).toEqual({ arrived: 10, finished: 0, turnedAway: 10, gaveUp: 0, failed: 0, inLine: 0, active: 0 });
    expect(countOf(log, 'look', 'rejected') + countOf(log, 'buy', 'rejected')).toBe(10);
    expect(asked.some((path) => path.endsWith('/complete'))).toBe(true);
    expect(errorsOf(log)).toEqual([]);
  });

  it('does not take failing polls for a want of patience', async () => {
    serve((request) => {
      if (request.path.includes('/poll')) return { status: 503, duration: 0 };
      if (!request.path.endsWith('/join')) return { status: 204, duration: 0 };
      return { status: 200, body: { ticket: 1, key: 'k', state: 'waiting', position: 1, waitMs: 1, pollMs: 500 }, duration: 0 };
    });
    const log = await virtualRun({ profile: { impatienceMedian: 1_000, arrivalSeconds: 4 } });
    const { gaveUp, lostPatience = 0, arrived } = log.end!.users;
    expect(gaveUp).toBeGreaterThan(0);
    expect(gaveUp + lostPatience).toBe(arrived);
  });
});
