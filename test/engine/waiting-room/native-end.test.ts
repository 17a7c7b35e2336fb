import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../../fakes/k6/http.ts';
import { fakeNative } from '../../fakes/k6/native/native.ts';
import { countOf, errorsOf, latencies } from '../virtual-run.ts';
import { given, IN, json, type Options, room, run } from './native-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the end of the line in Go', () => {
  const short = { arrivalSeconds: 1, drainSeconds: 3 };

  it('books the poll under way as slow as it has become, and nothing of people who sleep or are out of patience', async () => {
    serve(room(() => 'never'));
    const log = await run({ profile: short });
    // Joined at 0.5 s, asked at 1.5 s; the run ends at 4 s.
    expect(latencies(log, 'queue-poll', 'unfinished', 1)).toHaveLength(1);
    expect(countOf(log, 'queue-poll')).toBe(0);
    serve(room());
    const asleep = await run({ profile: short });
    expect(countOf(asleep, 'queue-poll', 'unfinished')).toBe(0);
    // Arrived at 500 ms, asked at 1.5, 2.5 and 3.5 s and waited ever since.
    expect(asleep.seconds.flatMap(({ unadmitted = [] }) => unadmitted)).toEqual([[expect.any(Number), 1, 500, 4_000, 0, 500]]);
  });

  it('books people whom Go has given back and the engine has not reached', async () => {
    serve(room());
    const native = fakeNative();
    const people = { ...short, arrivals: { shape: 'constant', rate: 3 } } as const;
    // The first is told in k6's own words that it is being stopped; of the other two one had been answered, one was out of patience.
    const rows = [
      given(0, { 1: 1, 2: 2_200, 3: 2_200, 10: 'Get "http://room.test": context canceled' }),
      given(1, { 2: 2_500, 3: 2_500, 4: 2_300 }),
      given(2, { 1: 2, 2: 2_580, 3: 2_580, 4: 2_300 }),
    ];
    const meanwhile: Options['meanwhile'] = (host) =>
      setTimeout(() => {
        host.rows.giveUpAt[2] = 2_570;
        native.opened[0]!.giveBack(rows);
      }, 500 + 2_600);
    const log = await run({ native, profile: people, meanwhile });
    expect(log.end).toMatchObject({ reason: 'stopped', users: { arrived: 3, inLine: 3, finished: 0 } });
    expect(countOf(log, 'queue-poll', 'unfinished')).toBe(2);
    // Gaps since the last answer that said *waiting*: asked at 500, 2,300 and 2,300 ms.
    expect(log.seconds.flatMap(({ unadmitted = [] }) => unadmitted).map(([, , , left, , gap]) => left - gap)).toEqual([500, 2_300, 2_300]);
    expect(errorsOf(log)).toEqual([]);
    expect(native.opened[0]!.ended).toBe(true);
  });

  it('takes no answer after a stop', async () => {
    serve(room((key) => (key === '' ? IN : json({ state: 'admitted', pass: 'p' }, { duration: 500 }))));
    const native = fakeNative();
    const log = await run({
      native,
      profile: short,
      meanwhile: (host) => {
        setTimeout(() => host.stop.stop(), 500 + 1_600);
        setTimeout(() => native.opened[0]!.giveBack([given(0)]), 500 + 1_700);
      },
    });
    expect(log.end).toMatchObject({ reason: 'stopped', users: { inLine: 1, finished: 0 } });
    expect(countOf(log, 'queue-poll', 'unfinished')).toBe(1);
    expect(countOf(log, 'queue-poll')).toBe(0);
  });
});
