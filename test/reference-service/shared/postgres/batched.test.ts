import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { batched } from '../../../../reference-service/shared/postgres/batched.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('makes calls that come close together in one go, and gives everybody their own result', async () => {
  const batches: number[][] = [];
  const double = batched(8, async (items: readonly number[]) => {
    batches.push([...items]);
    return items.map((item) => item * 2);
  });
  const early = [double(1), double(2)];
  await vi.advanceTimersByTimeAsync(8);
  const late = double(3);
  await vi.advanceTimersByTimeAsync(8);
  expect(await Promise.all([...early, late])).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2], [3]]);
});

it('never has two batches under way, and loses nothing that comes meanwhile', async () => {
  let under = 0;
  const most: number[] = [];
  const slow = batched(1, async (items: readonly number[]) => {
    most.push(++under);
    await new Promise((resolve) => setTimeout(resolve, 50));
    under--;
    return items;
  });
  const calls = [slow(1)];
  for (let i = 2; i <= 5; i++) {
    await vi.advanceTimersByTimeAsync(20);
    calls.push(slow(i));
  }
  await vi.advanceTimersByTimeAsync(500);
  expect(await Promise.all(calls)).toEqual([1, 2, 3, 4, 5]);
  expect(Math.max(...most)).toBe(1);
  expect(most.length).toBeLessThan(5);
});

it('fails all calls of a batch that fails, and none of the next', async () => {
  let fails = true;
  const call = batched(1, async (items: readonly number[]) => {
    if (fails) throw new Error('gone');
    return items;
  });
  const first = Promise.allSettled([call(1), call(2)]);
  await vi.advanceTimersByTimeAsync(1);
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  const next = call(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(await next).toBe(3);
});
