import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeCells } from '../../models/workload/log/histogram.ts';
import { serve } from '../fakes/k6/http.ts';
import { room } from './room.ts';
import { everybody, idle, STARTED_AT, virtualRun } from './virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = everybody(() => new Promise<void>(() => {}));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('the run of a VU', () => {
  it('accounts for everybody: arrived = finished + gave up + failed + in line + active, in every second', async () => {
    serve((request) => (request.path.endsWith('/join') && request.at % 3 === 0 ? { status: 503 } : room(request)));
    const log = await virtualRun({
      profile: { evenSpacing: false, arrivals: { shape: 'constant', rate: 30 } },
      journeys: { look: never.look!, buy: idle.buy! },
    });
    for (const { users } of [...log.seconds, log.end!]) {
      expect(users.finished + users.gaveUp + users.failed + users.inLine + users.active).toBe(users.arrived);
    }
    expect(log.end).toMatchObject({ reason: 'complete' });
    expect(log.end!.users.active).toBeGreaterThan(0);
  });

  it('ends early when everybody is gone, and else when the drain is over', async () => {
    serve(room);
    expect((await virtualRun()).end).toMatchObject({ second: 9, users: { finished: 10 } });
    expect((await virtualRun({ journeys: never })).end).toMatchObject({ second: 30, users: { active: 10 } });
  });

  it('schedules every arrival and starts it in its second', async () => {
    serve(room);
    const log = await virtualRun({ profile: { arrivals: { shape: 'ramp', from: 0, to: 40, start: 0, end: 10 } } });
    // λ(t) = 4t: the expected number in [k, k + 1) is 4k + 2; even spacing is within one of it.
    log.seconds.slice(0, 10).forEach(({ scheduled, started }, k) => {
      expect(Math.abs(scheduled - (4 * k + 2))).toBeLessThanOrEqual(1);
      expect(started).toBe(scheduled);
    });
  });

  it('tells arrivals scheduled from arrivals started when the loop stands still', async () => {
    serve(room);
    const log = await virtualRun({ journeys: never, meanwhile: () => setTimeout(() => vi.setSystemTime(STARTED_AT + 5_250), 500 + 2_250) });
    // One arrival a second, at k + ½. The clock jumps from 2.25 s to 5.25 s: those of 2.5, 3.5 and 4.5 s start in second 5.
    expect(log.seconds.slice(0, 7).map(({ scheduled }) => scheduled)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(log.seconds.slice(0, 7).map(({ started }) => started)).toEqual([1, 1, 0, 0, 0, 4, 1]);
    // Every slot of 20 ms that was missed counts, up to 3 s late.
    const lags = log.seconds.flatMap(({ loopLag = [] }) => decodeCells(loopLag));
    expect(sum(lags.map(([, count]) => count))).toBe(30_000 / 20);
    expect(Math.max(...lags.map(([bucket]) => bucket))).toBeGreaterThan(2_700);
  });

  it('stops when it is asked to: last second, end line, nothing after it', async () => {
    const asked: number[] = [];
    serve((request) => {
      asked.push(request.at);
      return room(request);
    });
    const log = await virtualRun({ journeys: never, meanwhile: (host) => setTimeout(() => host.stop.stop(), 500 + 3_700) });
    expect(log.end).toMatchObject({ second: 3, reason: 'stopped', users: { arrived: 4, active: 4 } });
    expect(log.seconds.map(({ second }) => second)).toEqual([0, 1, 2, 3]);
    expect(Math.max(...asked)).toBeLessThan(STARTED_AT + 3_700);
  });

  it('takes arrivals off the schedule whose time had not come when it was stopped', async () => {
    serve(room);
    const log = await virtualRun({ meanwhile: (host) => setTimeout(() => host.stop.stop(), 500 + 3_200) });
    expect(sum(log.seconds.map(({ scheduled }) => scheduled))).toBe(3);
  });

  it('stops when the stop address answers, and when it goes away', async () => {
    for (const word of [{ status: 200, body: 'stop' }, { error: 'EOF' }]) {
      serve((request) => {
        if (!request.url.startsWith('http://stop.test')) return room(request);
        return request.at < STARTED_AT + 4_000 ? 'never' : word;
      });
      const log = await virtualRun({ run: { stop: 'http://stop.test' }, journeys: never });
      // Held requests are asked anew every 2 s, so the answer comes 3.5 to 6 s after the start.
      expect(log.end?.reason).toBe('stopped');
      expect(log.end!.second).toBeLessThanOrEqual(6);
    }
  });

  it('stops when k6 cuts its requests', async () => {
    serve((request) => (request.at > STARTED_AT + 5_000 ? { error: 'context canceled' } : room(request)));
    const log = await virtualRun({ journeys: never });
    expect(log.end).toMatchObject({ reason: 'stopped', second: 5 });
  });

  it('feeds k6 its own metrics with each request', async () => {
    serve(room);
    const heard: [number, boolean][] = [];
    await virtualRun({ listener: (step, _response, failed) => void heard.push([step, failed]), profile: { arrivalSeconds: 1 } });
    // Joining, and giving the place back.
    expect(heard).toEqual([
      [0, false],
      [2, false],
    ]);
  });

  it('keeps quiet when the log is off', async () => {
    serve(room);
    const log = await virtualRun({ run: { log: false } });
    expect([log.head, log.seconds, log.end]).toEqual([undefined, [], undefined]);
  });
});
