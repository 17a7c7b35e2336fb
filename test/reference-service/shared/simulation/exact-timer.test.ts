import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactTimer } from '../../../../reference-service/shared/simulation/exact-timer.ts';

fc.configureGlobal({ seed: 1 });

/** A clock on which every timer comes `late` milliseconds after its time; one wait after another. */
async function spent(waits: readonly number[], late: (i: number) => number, workers = 1): Promise<number[]> {
  let [time, count] = [0, 0];
  const wake = (resolve: () => void, milliseconds: number): void => {
    time += milliseconds + late(count++);
    resolve();
  };
  const wait = exactTimer(workers, () => time, wake);
  const ends: number[] = [];
  for (const milliseconds of waits) {
    const from = time;
    await wait(milliseconds);
    ends.push(time - from);
  }
  return ends;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

it('makes up for a timer that came late by shortening the next waits', async () => {
  expect(await spent([10, 10, 10], (i) => (i === 0 ? 4 : 0))).toEqual([14, 6, 10]);
});

it('is exact on average when every timer is late by less than the wait', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 1 }), fc.integer({ min: 0, max: 4 }), async (waits, late) => {
      const total = sum(await spent(waits, () => late));
      expect(total - sum(waits)).toBeGreaterThanOrEqual(0);
      expect(total - sum(waits)).toBeLessThanOrEqual(late);
    }),
  );
});

it('forgets all but 20 ms per worker of a long stall', async () => {
  // 1,000 ms late once, then 2 workers · 20 ms are made up for: 10 + 10 + 10 + 10 ms of the next four waits.
  expect(await spent([10, 10, 10, 10, 10, 10], (i) => (i === 0 ? 1_000 : 0), 2)).toEqual([1_010, 0, 0, 0, 0, 10]);
});
