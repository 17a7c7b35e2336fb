import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { latencies } from '../../virtual-run.ts';
import { near, one, service } from './one-person.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('trying again', () => {
  it.each([
    ['GET', {}, 2],
    ['POST', {}, 1],
    ['POST', { key: 'k' }, 2],
    ['POST', { safeToRepeat: true }, 2],
  ] as const)('repeats %s %j only when that does no harm', async (method, ask, tries) => {
    const asked = service({ '/x': { status: 503 } });
    const log = await one((user) => (method === 'GET' ? user.get('items', '/x', ask) : user.post('items', '/x', ask)).then(() => {}));
    expect(asked).toHaveLength(tries);
    expect(log.end?.users).toMatchObject({ gaveUp: 1 });
  });

  it.each([
    ['3', 3_000],
    [new Date(1_800_000_004_000).toUTCString(), 3_400],
  ])('waits as long as `Retry-After: %s` asks', async (header, least) => {
    const at: number[] = [];
    service({ '/x': (request) => (at.push(request.at) === 1 ? { status: 429, headers: { 'Retry-After': header } } : { status: 200 }) });
    await one((user) => user.get('items', '/x').then(() => {}));
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(least);
    expect(at[1]! - at[0]!).toBeLessThan(least + 150);
  });

  it('begins a redirected request at its first address again', async () => {
    let homes = 0;
    const asked = service({
      '/start': { status: 303, headers: { Location: '/home' } },
      '/home': () => ({ status: ++homes === 1 ? 500 : 200 }),
    });
    await one((user) => user.post('items', '/start', { json: {}, safeToRepeat: true }).then(() => {}));
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /start', 'GET /home', 'POST /start', 'GET /home']);
  });

  it("takes the client's patience for the time of a request that got no answer", async () => {
    service({ '/x': 'never', '/y': 'never' });
    const log = await one(async (user) => {
      await user.post('items', '/x', { timeout: '2 s' }).catch(() => {});
      await user.post('pay', '/y').catch(() => {});
    });
    expect(near(latencies(log, 'items', 'timeout', 0)[0], 2_000) || near(latencies(log, 'items', 'timeout', 0)[0], 2_000)).toBe(true);
    expect(near(latencies(log, 'pay', 'timeout', 1)[0], 10_000)).toBe(true);
  });
});
