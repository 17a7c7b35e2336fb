import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GaveUp } from '../../../engine/journeys/gave-up.ts';
import type { Journey } from '../../../engine/journeys/journey-life.ts';
import type { User } from '../../../engine/journeys/user.ts';
import { bucketOf } from '../../../models/workload/log/histogram.ts';
import { serve } from '../../fakes/k6/http.ts';
import { reference } from '../reference-answers.ts';
import { countOf, type Log, latencies, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const both = (journey: Journey) => ({ 'register-card': journey, 'qr-payment': journey });
const balance = { path: '/balance', expect: () => 'seen' } as const;
const near = (bucket: number | undefined, ms: number): boolean => Math.abs((bucket ?? 0) - bucketOf(ms)) <= 1;
const errorsOf = ({ seconds }: Log) => seconds.flatMap(({ errors = [] }) => errors);

describe('a user', () => {
  it('means to begin when the think time is over: what comes later is *response* time', async () => {
    serve((request) => (request.path === '/balance' ? { status: 200, duration: 200, blocked: 50 } : reference(request)));
    const journey: Journey = async (user) => {
      await user.request('balance', balance);
      await user.think('pay');
      await user.request('balance', balance);
    };
    const log = await virtualRun({ journeys: both(journey), profile: { thinkScale: 1 } });
    // The fake answers after 200 ms and says that 50 ms more went by before it was sent.
    expect(countOf(log, 'balance')).toBe(20);
    expect(latencies(log, 'balance', 'ok', 0).every((bucket) => near(bucket, 200))).toBe(true);
    expect(latencies(log, 'balance', 'ok', 1).every((bucket) => near(bucket, 250))).toBe(true);
  });

  it('counts a request that timed out with the time until the client gave up, and tries again after a pause', async () => {
    serve((request) => (request.path === '/balance' ? 'never' : reference(request)));
    const log = await virtualRun({
      journeys: both((user) => user.request('balance', balance).then(() => {})),
      profile: { arrivalSeconds: 1, drainSeconds: 30 },
    });
    // Time-out 10 s, one retry by the policy of the tests.
    const times = latencies(log, 'balance', 'timeout', 1);
    expect(times).toHaveLength(2);
    expect(times.every((bucket) => near(bucket, 10_000))).toBe(true);
    expect(log.end?.users).toMatchObject({ arrived: 1, gaveUp: 1 });
    expect(errorsOf(log).map(([, cause, owner]) => [cause, owner])).toEqual(new Array(2).fill(['the client stopped waiting', 'system']));
  });

  it('ends alone when its code throws, counted with the step and the cause', async () => {
    serve(reference);
    let begun = 0;
    const journey: Journey = async (user) => {
      await user.request('balance', balance);
      if (++begun === 3) throw new TypeError('x is not a function');
    };
    const log = await virtualRun({ journeys: both(journey) });
    expect(log.end?.users).toEqual({ arrived: 10, finished: 9, failed: 1, gaveUp: 0, inLine: 0, active: 0 });
    const step = log.head.steps.indexOf('balance');
    expect(errorsOf(log)).toEqual([[step, 'exception in the user: TypeError: x is not a function', 'client environment', 1]]);
  });

  it('ends alone when reading an answer throws', async () => {
    serve(reference);
    const broken = {
      path: '/balance',
      expect: () => {
        throw new RangeError('odd');
      },
    } as const;
    const log = await virtualRun({ journeys: both((user) => user.request('balance', broken)) });
    expect(log.end?.users).toMatchObject({ arrived: 10, failed: 10 });
  });

  it('has an identity, a cookie jar, a pass and keys of its own', async () => {
    const seen: { jar: unknown; pass: unknown; key: string; person: string }[] = [];
    serve((request) => {
      if (request.path === '/balance')
        seen.push({
          jar: request.params.jar,
          pass: request.params.headers?.['x-queue-pass'],
          ...(request.body as { key: string; person: string }),
        });
      return reference(request);
    });
    const journey = (user: User) =>
      user.request('balance', { ...balance, method: 'POST', body: { key: user.newKey(), person: user.person.user } }).then(() => {});
    for (const vu of [1, 2]) await virtualRun({ journeys: both(journey), vu, profile: { hosts: 2 } });
    expect(seen).toHaveLength(10);
    for (const name of ['jar', 'pass', 'key', 'person'] as const) expect(new Set(seen.map((entry) => entry[name])).size, name).toBe(10);
    // VU 1 takes the odd, VU 2 the even people of the list, in order of arrival.
    expect(seen.map(({ person }) => Number(person.slice(1)))).toEqual([1, 3, 5, 7, 9, 2, 4, 6, 8, 10]);
  });

  it('draws the same with the same seed, and differently with another', async () => {
    serve(reference);
    const draws = async (seed: number) => {
      const drawn: number[] = [];
      await virtualRun({ settings: { seed }, journeys: both(async ({ random }) => void drawn.push(random(), random())) });
      return drawn;
    };
    expect(await draws(1)).toEqual(await draws(1));
    expect(await draws(1)).not.toEqual(await draws(2));
  });

  it('queues again with a new pass, and is in line meanwhile', async () => {
    const passes: unknown[] = [];
    serve((request) => {
      if (request.path === '/balance') passes.push(request.params.headers?.['x-queue-pass']);
      return reference(request);
    });
    const journey: Journey = async (user) => {
      await user.request('balance', balance);
      await user.waitInLine();
      await user.request('balance', balance);
    };
    const log = await virtualRun({ journeys: both(journey), profile: { arrivalSeconds: 1 } });
    expect(new Set(passes).size).toBe(2);
    expect(log.end?.users).toMatchObject({ arrived: 1, finished: 1 });
    expect(log.seconds.flatMap(({ admissions = [] }) => admissions)).toHaveLength(2);
  });

  it('gives up, like a person, when it cannot queue again', async () => {
    let joins = 0;
    serve((request) => (request.path.endsWith('/join') && ++joins > 1 ? { status: 503, duration: 0 } : reference(request)));
    const log = await virtualRun({ journeys: both((user) => user.waitInLine()), profile: { arrivalSeconds: 1 } });
    expect(log.end?.users).toEqual({ arrived: 1, finished: 0, failed: 0, gaveUp: 1, inLine: 0, active: 0 });
  });

  it('notes what it is told of a payment, and `unknown` when it never hears', async () => {
    serve((request) => (request.path === '/payments' ? 'never' : reference(request)));
    const pay: Journey = async (user) => {
      const paid = user.request('pay', { path: '/payments', expect: () => ({ told: 'approved', receipt: 'r' }) as const });
      await user.journal('key-1', 5_000, paid);
    };
    const gaveUp = await virtualRun({ journeys: both(pay), profile: { arrivalSeconds: 1, drainSeconds: 30 } });
    expect(gaveUp.seconds.flatMap(({ journal = [] }) => journal)).toEqual([['key-1', 5_000, 'unknown', '']]);
    const cutShort = await virtualRun({ journeys: both(pay), profile: { arrivalSeconds: 1, drainSeconds: 1 } });
    expect(cutShort.end?.users.active).toBe(1);
    expect(cutShort.seconds.flatMap(({ journal = [] }) => journal)).toEqual([['key-1', 5_000, 'unknown', '']]);
  });

  it('is no bug when it gives up', async () => {
    serve(reference);
    const log = await virtualRun({ journeys: both(async () => Promise.reject(new GaveUp('enough'))) });
    expect(log.end?.users).toMatchObject({ gaveUp: 10, failed: 0 });
    expect(errorsOf(log)).toEqual([]);
  });
});
