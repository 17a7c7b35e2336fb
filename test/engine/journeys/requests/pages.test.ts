import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countOf, errorsOf, latencies } from '../../virtual-run.ts';
import { near, never, one, service } from './one-person.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a page', () => {
  it('is one step, as long as the slowest of its requests, which are sent at once', async () => {
    const asked = service({ '/a': { status: 200, body: { a: 1 }, duration: 100 }, '/b': { status: 200, duration: 400 } });
    const got: unknown[] = [];
    const log = await one(async (user) => {
      const [a, b] = await user.all('page', [
        { path: '/a', read: (answer) => answer.number('a') },
        { path: '/b', method: 'POST' },
      ]);
      got.push(a, b.status);
    });
    expect(got).toEqual([1, 200]);
    expect(asked[0]!.at).toBe(asked[1]!.at);
    expect(countOf(log, 'page')).toBe(1);
    expect(near(latencies(log, 'page', 'ok', 1)[0], 400)).toBe(true);
  });

  it('fails when one of its requests does', async () => {
    service({ '/b': { status: 404 } });
    const log = await one((user) => user.all('page', [{ path: '/a' }, { path: '/b' }]).then(() => {}), { profile: { retry: never } });
    expect(errorsOf(log)).toEqual([['page', 'HTTP 404', 'unclear', 1]]);
    expect(log.end?.users).toMatchObject({ gaveUp: 1 });
  });
});
