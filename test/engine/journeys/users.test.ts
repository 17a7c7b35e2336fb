import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketOf } from '../../../models/workload/log/histogram.ts';
import { serve } from '../../fakes/k6/http.ts';
import { journalOf } from '../read-journal.ts';
import { room } from '../room.ts';
import { countOf, errorsOf, everybody, latencies, type Run, STARTED_AT, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const near = (bucket: number | undefined, ms: number): boolean => Math.abs((bucket ?? 0) - bucketOf(ms)) <= 1;
const one = (run: Run, options: Parameters<typeof virtualRun>[0] = {}) =>
  virtualRun({ ...options, journeys: everybody(run), profile: { arrivalSeconds: 1, drainSeconds: 40, ...options.profile } });

describe('a user', () => {
  it('means to begin when the think time is over: what comes later is *response* time', async () => {
    serve((request) => (request.path === '/x' ? { status: 200, duration: 200, blocked: 50 } : room(request)));
    const run: Run = async (user) => {
      await user.get('items', '/x');
      await user.think('3 s', '8 s');
      await user.get('items', '/x');
    };
    const log = await virtualRun({ journeys: everybody(run), profile: { thinkScale: 1, drainSeconds: 60 } });
    expect(countOf(log, 'items')).toBe(20);
    expect(latencies(log, 'items', 'ok', 0).every((bucket) => near(bucket, 200))).toBe(true);
    expect(latencies(log, 'items', 'ok', 1).every((bucket) => near(bucket, 250))).toBe(true);
  });

  it('records the journey: from arriving to the end, and since admission', async () => {
    serve(room);
    const log = await one((user) => user.think({ kind: 'constant', value: 5_000 }), { profile: { thinkScale: 1 } });
    const [sinceArriving] = latencies(log, 'look', 'ok', 1).concat(latencies(log, 'buy', 'ok', 1));
    // Joining takes 10 ms; the wheel wakes on a grid of 20 ms.
    expect(Math.abs(sinceArriving! - bucketOf(5_020))).toBeLessThanOrEqual(2);
  });

  it('has an account, a number, a jar, a pass and keys of its own', async () => {
    const seen: { jar: unknown; pass: unknown; key: string; user: string }[] = [];
    serve((request) => {
      if (request.path !== '/x') return room(request);
      const { key, user } = request.body as { key: string; user: string };
      seen.push({ jar: request.params.jar, pass: request.params.headers?.['x-queue-pass'], key, user });
      return { status: 200 };
    });
    const run: Run = (user) => user.post('items', '/x', { json: { key: user.newKey(), user: user.account.user } }).then(() => {});
    for (const vu of [1, 2]) await virtualRun({ journeys: everybody(run), vu, profile: { hosts: 2 } });
    expect(seen).toHaveLength(10);
    for (const name of ['jar', 'pass', 'key', 'user'] as const) expect(new Set(seen.map((entry) => entry[name])).size, name).toBe(10);
    // VU 1 takes the odd, VU 2 the even accounts, in order of arrival.
    expect(seen.map(({ user }) => Number(user.slice(1)))).toEqual([1, 3, 5, 7, 9, 2, 4, 6, 8, 10]);
  });

  it('draws the same with the same seed, and differently with another', async () => {
    serve(room);
    const draws = async (seed: number) => {
      const drawn: number[] = [];
      await virtualRun({ run: { seed }, journeys: everybody(async (user) => void drawn.push(user.random(), user.random())) });
      return drawn;
    };
    expect(await draws(1)).toEqual(await draws(1));
    expect(await draws(1)).not.toEqual(await draws(2));
  });

  it('pauses and asks several times at once, each for its own time', async () => {
    let failures = 0;
    serve((request) => (request.path.startsWith('/f') && ++failures <= 2 ? { status: 503 } : room(request)));
    const woke: number[] = [];
    const run: Run = async (user) => {
      const rest = (ms: number) => user.think({ kind: 'constant', value: ms }).then(() => void woke.push(Date.now() - STARTED_AT));
      await Promise.all([rest(3_000), rest(1_000), rest(1_000), user.get('items', '/f1'), user.get('items', '/f2')]);
      await user.get('pay', '/end');
    };
    const log = await one(run, { profile: { thinkScale: 1 } });
    // The person arrives at 500 ms, and is let in 10 ms later.
    expect(woke.map((ms) => Math.round((ms - 510) / 100) * 100)).toEqual([1_000, 1_000, 3_000]);
    expect([countOf(log, 'items', 'failed'), countOf(log, 'items'), countOf(log, 'pay')]).toEqual([2, 2, 1]);
    expect(countOf(log, 'queue-poll')).toBe(0);
    expect(log.end?.users).toMatchObject({ finished: 1, active: 0 });
  });

  it('queues again with a new pass, and is in line meanwhile', async () => {
    const passes: unknown[] = [];
    serve((request) => {
      if (request.path === '/x') passes.push(request.params.headers?.['x-queue-pass']);
      return room(request);
    });
    const log = await one(async (user) => {
      await user.get('items', '/x');
      await user.waitInLine();
      await user.get('items', '/x');
    });
    expect(new Set(passes).size).toBe(2);
    expect(log.end?.users).toMatchObject({ arrived: 1, finished: 1 });
    expect(log.seconds.flatMap(({ admissions = [] }) => admissions)).toHaveLength(2);
  });

  it('gives up, like a person, when it cannot queue again', async () => {
    let joins = 0;
    serve((request) => (request.path.endsWith('/join') && ++joins > 1 ? { status: 503, duration: 0 } : room(request)));
    const log = await one((user) => user.waitInLine());
    expect(log.end?.users).toEqual({ arrived: 1, finished: 0, failed: 0, gaveUp: 1, inLine: 0, active: 0 });
  });

  it('notes the answer to a payment, and `unknown` when it never hears', async () => {
    serve((request) => (request.path === '/payments' ? 'never' : room(request)));
    const pay: Run = async (user) => {
      const answer = user.post('pay', '/payments', { read: () => ({ status: 'approved', receipt: 'r' }) as const });
      await user.journal({ key: 'key-1', amount: 5_000 }, answer);
    };
    const gaveUp = await one(pay);
    const silent = [{ person: 0, step: 'pay', key: 'key-1', amount: 5_000, status: 'unknown', receipt: '', facts: {} }];
    expect(journalOf(gaveUp)).toEqual(silent);
    const cutShort = await one(pay, { profile: { drainSeconds: 1 } });
    expect(cutShort.end?.users.active).toBe(1);
    expect(journalOf(cutShort)).toEqual(silent);
  });

  it('notes facts of the service without knowing what they mean, with the step that was begun last', async () => {
    serve(room);
    const log = await one(async (user) => {
      const read = (): { status: string; receipt: string } => ({ status: 'approved', receipt: 'r'.repeat(100) });
      const key = user.newKey();
      await user.journal({ key, amount: 5, store: 17, gift: true, of: 'x'.repeat(100), none: undefined }, user.post('pay', '/x', { read }));
      await user.journal({ step: 'items', lane: user.place.lane }, user.post('login', '/x', { read }));
    });
    expect(journalOf(log)).toMatchObject([
      {
        step: 'pay',
        key: expect.stringMatching(/-0-0$/),
        amount: 5,
        receipt: 'r'.repeat(80),
        facts: { store: 17, gift: true, of: 'x'.repeat(80) },
      },
      { step: 'items', key: '', amount: null, facts: { lane: expect.stringMatching(/^(slow|fast)$/) } },
    ]);
    const wrong = await one((user) => user.journal({ store: Number.NaN }, Promise.resolve({ status: 'a', receipt: '' })).then(() => {}));
    expect(errorsOf(wrong)[0]?.[1]).toContain('journal.store: must be a text, a finite number or a boolean, got NaN');
  });

  it('knows when its pass may be over: a second before the time the waiting room named, or always when it named none', async () => {
    const passUntil = async (expiresAt: number | undefined, pause: number): Promise<boolean | undefined> => {
      let over: boolean | undefined;
      const admitted = { ticket: 1, key: 'k', state: 'admitted', pass: 'p', expiresAt };
      serve((request) => (request.path.endsWith('/join') ? { status: 200, body: admitted, duration: 0 } : room(request)));
      await one(
        async (user) => {
          await user.think({ kind: 'constant', value: pause });
          over = user.passMayBeOver;
        },
        { profile: { thinkScale: 1 } },
      );
      return over;
    };
    // The person arrives at 500 ms.
    const ends = STARTED_AT + 10_500;
    expect(await passUntil(ends, 8_900)).toBe(false);
    expect(await passUntil(ends, 9_100)).toBe(true);
    expect(await passUntil(undefined, 0)).toBe(true);
  });

  it('is no mistake of the script when it gives up', async () => {
    serve(room);
    const log = await virtualRun({ journeys: everybody(async (user) => user.giveUp('sold out')) });
    expect(log.end?.users).toMatchObject({ gaveUp: 10, failed: 0 });
    expect(errorsOf(log).map(([, cause, owner]) => [cause, owner])).toEqual([['gave up: sold out', 'unclear']]);
  });

  it('goes straight into the journey where there is no waiting room', async () => {
    const asked: string[] = [];
    serve(({ path }) => {
      asked.push(path);
      return { status: 200 };
    });
    const log = await one((user) => user.get('items', '/x').then(() => {}), { target: { waitingRoom: null } });
    expect(asked).toEqual(['/x']);
    expect(log.end?.users).toMatchObject({ arrived: 1, finished: 1 });
    const wrong = await one((user) => user.waitInLine(), { target: { waitingRoom: null } });
    expect(errorsOf(wrong)[0]?.[1]).toContain('waitInLine: needs a target with a waiting room');
  });
});
