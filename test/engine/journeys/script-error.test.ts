import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../../fakes/k6/http.ts';
import { room } from '../room.ts';
import { countOf, errorsOf, everybody, type Run, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const one = (run: Run, options: Parameters<typeof virtualRun>[0] = {}) =>
  virtualRun({ ...options, journeys: everybody(run), profile: { arrivalSeconds: 1, drainSeconds: 40, ...options.profile } });

describe('a mistake of the script', () => {
  it('ends one person, with the place in the file', async () => {
    serve(room);
    let begun = 0;
    const run: Run = async (user) => {
      await user.get('items', '/x');
      if (++begun === 3) throw new TypeError('x is not a function');
    };
    const log = await virtualRun({ journeys: everybody(run) });
    expect(log.end?.users).toEqual({ arrived: 10, finished: 9, failed: 1, gaveUp: 0, inLine: 0, active: 0 });
    const [step, cause, owner] = errorsOf(log)[0] ?? [];
    expect([step, owner]).toEqual(['items', 'script']);
    expect(cause).toMatch(/^TypeError: x is not a function at script-error\.test\.ts:\d+$/);
  });

  it('is a step that nobody declared, before anything is sent', async () => {
    const asked: string[] = [];
    serve((request) => {
      if (!request.path.startsWith('/queue')) asked.push(request.path);
      return room(request);
    });
    const log = await one((user) => user.get('items-4711', '/items/4711').then(() => {}));
    expect(asked).toEqual([]);
    expect(errorsOf(log)[0]?.[1]).toContain('step "items-4711": must be declared in "steps" of the surge');
    const misspelt = await one((user) => user.get('itmes', '/items').then(() => {}));
    expect(errorsOf(misspelt)[0]?.[1]).toContain('step "itmes": must be declared in "steps" of the surge; did you mean items?');
  });

  it('is a failed request that nothing waits for: it ends its own person alone', async () => {
    serve((request) => (request.path === '/broken' ? { status: 500 } : room(request)));
    let begun = 0;
    const run: Run = async (user) => {
      if (++begun === 2) void user.post('pay', '/broken');
      await user.think({ kind: 'constant', value: 1_000 });
      await user.get('items', '/x');
    };
    const log = await virtualRun({ journeys: everybody(run), profile: { thinkScale: 1 } });
    expect(log.end?.users).toMatchObject({ arrived: 10, finished: 9, failed: 1 });
    expect(errorsOf(log)).toContainEqual(['items', 'request not awaited: pay, HTTP 500', 'script', 1]);
  });

  it('is none when the journey looks at a failed request later, or goes on without it', async () => {
    serve((request) => (request.path === '/broken' ? { status: 500 } : room(request)));
    const caught = await one((user) =>
      user.post('pay', '/broken').then(
        () => {},
        () => {},
      ),
    );
    expect(caught.end?.users).toMatchObject({ finished: 1 });
    const later = await one(
      async (user) => {
        const first = user.post('pay', '/broken');
        await user.think({ kind: 'constant', value: 1_000 });
        await first;
      },
      { profile: { thinkScale: 1 } },
    );
    expect(later.end?.users).toMatchObject({ gaveUp: 1, failed: 0 });
  });

  it('stays with its person, whose last request is still under way', async () => {
    serve((request) => (request.path === '/slow' ? { status: 200, duration: 5_000 } : room(request)));
    const log = await one(async (user) => void user.get('items', '/slow'));
    expect(log.end).toMatchObject({ second: 5, users: { finished: 1, active: 0 } });
    expect(countOf(log, 'items')).toBe(1);
  });
});
