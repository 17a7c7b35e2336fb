import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serve } from '../../fakes/k6/http.ts';
import { room } from '../room.ts';
import { everybody, type Run, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const one = (run: Run, thinkScale: number) =>
  virtualRun({ journeys: everybody(run), profile: { arrivalSeconds: 1, drainSeconds: 40, thinkScale } });

it('waits for a clock as long as it says, whatever the scale of the think times', async () => {
  serve(room);
  const waited: number[] = [];
  const run: Run = async (user) => {
    const times = ['5 s', 2_000, -1] as const;
    for (const time of times) {
      const from = Date.now();
      await user.wait(time);
      waited.push(Date.now() - from);
    }
  };
  await one(run, 0.01);
  // The wheel wakes on a grid of 20 ms. Many people wait at the same time.
  const seen = new Set(waited.map((ms) => Math.round(ms / 100) * 100));
  expect([...seen].sort((a, b) => a - b)).toEqual([0, 2_000, 5_000]);
});

it('is a mistake of the script with no time at all', async () => {
  serve(room);
  const run: Run = (user) => user.wait(Number.NaN);
  const log = await one(run, 1);
  expect(JSON.stringify(log)).toContain("wait: must be a time such as '30 s', or milliseconds, got NaN");
});
