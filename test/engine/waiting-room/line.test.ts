import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketOf } from '../../../models/workload/log/histogram.ts';
import { type FakeAnswer, type FakeRequest, serve } from '../../fakes/k6/http.ts';
import { countOf, errorsOf, latencies, STARTED_AT, virtualRun } from '../virtual-run.ts';

type Options = Parameters<typeof virtualRun>[0];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const json = (body: object, status = 200): FakeAnswer => ({ status, body, duration: 0 });

/** A waiting room that admits the first `places` tickets of those who ask from `opens` (virtual ms) on. */
function room(opens: number, places = Number.POSITIVE_INFINITY, pollMs = 2_000): (request: FakeRequest) => FakeAnswer {
  let ticket = 0;
  return ({ path, at }) => {
    if (path.endsWith('/join')) {
      ticket++;
      return json({ ticket, key: String(ticket), state: 'waiting', position: ticket, waitMs: 4_321, pollMs });
    }
    if (!path.includes('/poll')) return { status: 204, duration: 0 };
    const mine = Number(path.split('key=')[1]);
    const admitted = at - STARTED_AT >= opens && mine <= places;
    return json(
      admitted
        ? { state: 'admitted', pass: 'p', expiresAt: 9e12, admittedAt: STARTED_AT + opens }
        : { state: 'waiting', position: 1, waitMs: 1, pollMs },
    );
  };
}

describe.each(['typescript', 'native'] as const)('the line, %s', (line) => {
  const run = (options: Options = {}) => virtualRun({ ...options, run: { line } });

  it('holds 40,000 people, polls each in time, and lets them all in', async () => {
    serve(room(6_000));
    const polling = { arrivals: { shape: 'constant', rate: 20_000 }, arrivalSeconds: 2, drainSeconds: 10 } as const;
    const log = await run({ profile: polling });
    const most = Math.max(...log.seconds.map(({ users }) => users.inLine));
    expect(most).toBe(40_000);
    expect(log.end).toMatchObject({ reason: 'complete', users: { arrived: 40_000, finished: 40_000, inLine: 0, active: 0, gaveUp: 0 } });
    // Joined in [0, 2) s, then every 2 s and up to 20 ms: two polls in line and the one that lets in, at 6 to 8 s.
    expect(countOf(log, 'queue-poll')).toBeGreaterThanOrEqual(3 * 39_000);
    expect(countOf(log, 'queue-poll')).toBeLessThanOrEqual(4 * 40_000);
    const admissions = log.seconds.flatMap((second) => second.admissions ?? []);
    expect(admissions).toHaveLength(40_000);
    expect(new Set(admissions.map(([lane, ticket]) => `${lane}/${ticket}`)).size).toBe(40_000);
    expect(
      admissions.every(([, , joined, told, announced, , since]) => joined <= 2_000 && told - since! === 6_000 && announced === 4_321),
    ).toBe(true);
  }, 60_000);

  it('writes a line for each second, also for those in which nothing happens', async () => {
    serve(room(0, 0, 30_000));
    const log = await run({ profile: { arrivalSeconds: 1, drainSeconds: 12 } });
    expect(log.seconds.map(({ second }) => second)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(log.seconds[5]).toMatchObject({ scheduled: 0, started: 0, samples: [] });
    expect(log.end).toMatchObject({ second: 13, users: { arrived: 1, inLine: 1 } });
  });

  it('counts a place that the room forgot, and sends its person to the end', async () => {
    let joins = 0;
    serve(({ path }) => {
      if (path.endsWith('/join')) return json({ ticket: ++joins, key: `k${joins}`, state: 'waiting', waitMs: 0, pollMs: 1_000 });
      if (path.endsWith('k1')) return json({ error: 'unknown-key' }, 404);
      return path.includes('/poll') ? json({ state: 'admitted', pass: 'p', expiresAt: 9e12 }) : { status: 204 };
    });
    const log = await run({ profile: { arrivalSeconds: 1 } });
    expect(log.seconds.reduce((sum, { lostPlaces = 0 }) => sum + lostPlaces, 0)).toBe(1);
    expect(joins).toBe(2);
    expect(log.end).toMatchObject({ users: { arrived: 1, finished: 1 } });
    expect(errorsOf(log)).toEqual([['queue-poll', 'HTTP 404: place in the queue lost', 'system', 1]]);
  });

  it('lets people lose patience: they leave the line and count as given up', async () => {
    const left: unknown[] = [];
    const answer = room(0, 0);
    serve((request) => {
      if (request.path === '/queue/leave') left.push(request.body);
      return answer(request);
    });
    const log = await run({ profile: { arrivals: { shape: 'constant', rate: 100 }, impatienceMedian: 5_000, drainSeconds: 0 } });
    const abandoned = log.seconds.reduce((sum, second) => sum + (second.abandoned ?? 0), 0);
    // Arrivals even over 10 s, hazard ln 2 / 5 s: expected share gone is 1 − (1 − e^{−h·10})/(h·10) = 0.459; σ ≈ 0.016 of 1,000.
    expect(abandoned / 1_000).toBeGreaterThan(0.4);
    expect(abandoned / 1_000).toBeLessThan(0.52);
    expect(left).toHaveLength(abandoned);
    expect(log.end?.users).toMatchObject({ gaveUp: 0, lostPatience: abandoned });
  });

  it('tries again when the room is down, as often as people do, and then gives up', async () => {
    serve(() => ({ error: 'dial tcp 127.0.0.1:80: connect: connection refused', duration: 0 }));
    const log = await run();
    // One retry each after 1 s, by the policy of the tests.
    expect(countOf(log, 'queue-join', 'unreachable')).toBe(20);
    expect(log.end?.users).toMatchObject({ arrived: 10, gaveUp: 10, inLine: 0 });
    expect(log.seconds.flatMap(({ errors = [] }) => errors).reduce((sum, [, , , count]) => sum + count, 0)).toBe(20);
  });

  it('survives answers that are not what they should be', async () => {
    const odd = [
      '',
      'null',
      '[]',
      '{"state":"admitted"}',
      '{"state":"waiting","pollMs":-1}',
      '{"ticket":1.5,"key":"k","state":"waiting","pollMs":1000}',
    ];
    let at = 0;
    serve(() => ({ status: 200, body: odd[at++ % odd.length]!, duration: 0 }));
    const log = await run();
    expect(log.end?.users).toMatchObject({ arrived: 10, gaveUp: 10 });
    expect(countOf(log, 'queue-join', 'failed')).toBe(20);
  });
});

describe('the wheel of the line', () => {
  it('charges a late loop to the response time, from the due time on the wheel', async () => {
    serve(room(0, 0, 1_000));
    const log = await virtualRun({
      profile: { arrivalSeconds: 1, drainSeconds: 2 },
      meanwhile: (host) => {
        // The loop stands still while the clock jumps over the first poll, due at 1,500 ms (joined at 500, asked back after 1,000).
        setTimeout(() => vi.setSystemTime(STARTED_AT + 1_900), 500 + 1_400);
        expect(host.vu).toBe(1);
      },
    });
    const [first] = latencies(log, 'queue-poll', 'ok', 1).slice(-1);
    expect(Math.abs(first! - bucketOf(400))).toBeLessThanOrEqual(16);
    expect(latencies(log, 'queue-poll', 'ok', 0).every((bucket) => bucket === 0)).toBe(true);
  });
});
