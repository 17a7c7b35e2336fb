import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WaitingRoomDialect } from '../../../models/definition/waiting-room-dialect.ts';
import { serve } from '../../fakes/k6/http.ts';
import { room } from '../room.ts';
import { errorsOf, everybody, type Run, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const second = { kind: 'constant', value: 1_000 } as const;

/** Ten people of whom the third does `wrong`, and the others one request. */
async function oneBadPerson(wrong: Run) {
  serve(room);
  let begun = 0;
  const run: Run = async (user) => {
    if (++begun === 3) return wrong(user);
    await user.think(second);
    await user.get('items', '/x');
  };
  return virtualRun({ journeys: everybody(run), profile: { thinkScale: 1 } });
}

describe('one bad person', () => {
  it.each<[string, Run]>([
    [
      'forgets to await a function with two requests',
      async (user) => {
        const both = async (): Promise<void> => {
          await user.get('items', '/a');
          await user.get('items', '/b');
        };
        void both();
      },
    ],
    [
      'forgets to await a function that thinks, and then asks',
      async (user) => {
        const thinks = async (): Promise<void> => {
          await user.think(second);
          await user.think(second);
          await user.get('items', '/b');
        };
        void thinks();
      },
    ],
    [
      'forgets to await a function that queues again',
      async (user) => {
        const queues = async (): Promise<void> => {
          await user.get('items', '/a');
          await user.waitInLine();
        };
        void queues();
      },
    ],
  ])('%s: that person fails with the line of the journey, the others go on', async (_what, wrong) => {
    const log = await oneBadPerson(wrong);
    expect(log.end?.users).toEqual({ arrived: 10, finished: 9, failed: 1, gaveUp: 0, inLine: 0, active: 0 });
    const [, cause, owner] = errorsOf(log)[0] ?? [];
    expect(owner).toBe('script');
    expect(cause).toMatch(/must be awaited by its journey, which had ended at \S+\.ts:\d+$/);
  });

  it('pauses, asks and waits in line all at once, and nobody else notices', async () => {
    const log = await oneBadPerson(async (user) => {
      await Promise.all([user.think(second), user.think(second), user.get('items', '/a'), user.get('items', '/b'), user.think(second)]);
    });
    expect(log.end?.users).toMatchObject({ arrived: 10, finished: 10 });
    const mixed = await oneBadPerson(async (user) => {
      await Promise.all([user.think(second), user.waitInLine()]);
    });
    expect(mixed.end?.users).toMatchObject({ arrived: 10, finished: 9, failed: 1 });
  });

  it('whose second wait in line breaks goes on as a journey that threw, and what ran beside touches nobody', async () => {
    serve(room);
    let joins = 0;
    const dialect: WaitingRoomDialect = {
      ask: (what) => {
        if (what === 'join' && ++joins === 11) throw new TypeError('cannot join twice');
        return { method: 'POST', path: '/queue/a/join' };
      },
      read: () => ({ state: 'admitted', key: 'k', ticket: 1, pass: 'p', admittedAt: null }),
      enter: () => ({}),
    };
    const beside: Run = async (user) => {
      for (let i = 0; i < 20; i++) await user.think(second);
      await user.get('items', '/late');
    };
    const run: Run = async (user) => {
      if (user.number === 9) await Promise.all([user.waitInLine(), beside(user)]);
      else await user.think({ kind: 'constant', value: 15_000 });
    };
    const own = { waitingRoom: { base: 'http://queue.test', dialect: 'surge' } } as const;
    const log = await virtualRun({ journeys: everybody(run), dialect, target: own, profile: { thinkScale: 1, drainSeconds: 60 } });
    expect(log.end?.users).toEqual({ arrived: 10, finished: 9, failed: 1, gaveUp: 0, inLine: 0, active: 0 });
    expect(errorsOf(log).map(([, cause]) => cause)).toEqual([expect.stringContaining('cannot join twice')]);
  });

  it('who gives up does nothing more in what ran beside', async () => {
    const asked: string[] = [];
    serve((request) => {
      asked.push(request.path);
      return request.path === '/broken' ? { status: 500 } : room(request);
    });
    const beside: Run = async (user) => {
      await user.think(second);
      await user.think(second);
      await user.get('items', '/never');
    };
    const run: Run = async (user) => void (await Promise.all([beside(user), user.post('pay', '/broken')]));
    const log = await virtualRun({ journeys: everybody(run), profile: { arrivalSeconds: 1, thinkScale: 1 } });
    expect(log.end?.users).toMatchObject({ arrived: 1, gaveUp: 1, active: 0 });
    expect(asked).not.toContain('/never');
  });

  it('whom the room of the surge file cannot speak for ends alone, whatever it throws at', async () => {
    serve(room);
    for (const what of ['join', 'poll', 'leave', 'complete'] as const) {
      let asked = 0;
      const dialect: WaitingRoomDialect = {
        ask(deed) {
          if (deed === what && ++asked === 3) throw new TypeError(`cannot ${what}`);
          return { method: 'POST', path: `/queue/a/join?${deed}` };
        },
        read: (_status, _body, key) =>
          key === '' || what === 'leave'
            ? { state: 'waiting', key: 'k', ticket: 1, pollMs: 500, waitMs: 500 }
            : { state: 'admitted', key, ticket: 1, pass: 'p', admittedAt: null },
        enter: () => ({}),
      };
      const own = { waitingRoom: { base: 'http://queue.test', dialect: 'surge' } } as const;
      const patience = what === 'leave' ? 2_000 : 1e9;
      const log = await virtualRun({ dialect, target: own, profile: { impatienceMedian: patience, drainSeconds: 30 } });
      const { arrived, failed, inLine, active } = log.end!.users;
      expect([what, arrived, failed, active]).toEqual([what, 10, what === 'join' || what === 'poll' ? 1 : 0, 0]);
      expect(inLine).toBeLessThan(what === 'leave' ? 4 : 1);
      expect(errorsOf(log)).toContainEqual([
        `queue-${what === 'complete' ? 'leave' : what}`,
        expect.stringContaining(`cannot ${what}`),
        'script',
        1,
      ]);
    }
  });
});
