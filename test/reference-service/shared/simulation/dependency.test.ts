import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { type DependencyPlan, dependency } from '../../../../reference-service/shared/simulation/dependency.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = (plan: Partial<DependencyPlan>) => dependency('the bank', { p50: 5, p99: 5, concurrency: 1, ...plan }, randomFrom(1), 100);

it('answers after its service time, as many at once as it has workers', async () => {
  const call = start({ concurrency: 2 });
  let answered = 0;
  for (let i = 0; i < 5; i++) void call().then(() => answered++);
  const seen: number[] = [];
  for (let i = 0; i < 3; i++) {
    await vi.advanceTimersByTimeAsync(5);
    seen.push(answered);
  }
  expect(seen).toEqual([2, 4, 5]);
});

it('is late in the name of the third party, and goes on working', async () => {
  const call = start({ p50: 150, p99: 150 });
  const [first, second] = [call().catch((error) => error), call().catch((error) => error)];
  await vi.advanceTimersByTimeAsync(100);
  const late = { status: 504, code: 'dependency-timeout', owner: 'third party', message: 'the bank did not answer in 100 ms' };
  expect([await first, await second]).toEqual([expect.objectContaining(late), expect.objectContaining(late)]);
  // The worker was busy until 150 ms with the first and until 300 ms with the second.
  let answered = false;
  await vi.advanceTimersByTimeAsync(120);
  const third = call().then(
    () => {
      answered = true;
    },
    () => {},
  );
  await vi.advanceTimersByTimeAsync(100);
  await third;
  expect(answered).toBe(false);
});

it('refuses at once when its line is full', async () => {
  const call = start({ lineLimit: 3 });
  const waiting = Array.from({ length: 4 }, () => call().catch(() => {}));
  await expect(call()).rejects.toMatchObject({ status: 502, code: 'dependency-failed', owner: 'third party' });
  await vi.advanceTimersByTimeAsync(100);
  await Promise.all(waiting);
});
