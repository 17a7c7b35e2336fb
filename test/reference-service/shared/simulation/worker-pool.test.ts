import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PoolFullError, workerPool } from '../../../../reference-service/shared/simulation/worker-pool.ts';

fc.configureGlobal({ seed: 1 });

it('gives free workers at once, lets the next wait, and serves first come, first served', async () => {
  const pool = workerPool(2, 10);
  const order: number[] = [];
  const taken = [1, 2, 3, 4, 5].map((i) => pool.take().then(() => order.push(i)));
  expect([pool.busy, pool.waiting]).toEqual([2, 3]);
  for (let i = 0; i < 3; i++) pool.give();
  await Promise.all(taken);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  expect([pool.busy, pool.waiting]).toEqual([2, 0]);
});

it('refuses whoever finds the line full, and says how long it is', async () => {
  const pool = workerPool(1, 0);
  await pool.take();
  await expect(pool.take()).rejects.toThrow(PoolFullError);
  pool.give();
  await expect(pool.take()).resolves.toBeUndefined();
});

it('never has more at work than there are workers, nor forgets anybody, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 20 }),
      fc.array(fc.boolean()),
      async (workers, limit, taps) => {
        const pool = workerPool(workers, limit);
        let [atWork, admitted, refused, served] = [0, 0, 0, 0];
        for (const taking of taps) {
          if (taking) {
            const full = pool.busy === workers && pool.waiting === limit;
            void pool.take().then(
              () => {
                atWork++;
                served++;
              },
              () => {},
            );
            full ? refused++ : admitted++;
          } else if (atWork > 0) {
            atWork--;
            pool.give();
          }
          await Promise.resolve().then(() => {});
          expect(atWork).toBeLessThanOrEqual(workers);
        }
        while (atWork > 0) {
          atWork--;
          pool.give();
          await Promise.resolve().then(() => {});
        }
        expect(served).toBe(admitted);
        expect(admitted + refused).toBe(taps.filter(Boolean).length);
        expect([pool.busy, pool.waiting]).toEqual([0, 0]);
      },
    ),
  );
});

it('keeps the order in a line long enough to be cut', async () => {
  const pool = workerPool(1, 5_000);
  const order: number[] = [];
  const taken = Array.from({ length: 5_000 }, (_, i) => pool.take().then(() => order.push(i)));
  for (let i = 1; i < 5_000; i++) pool.give();
  await Promise.all(taken);
  expect(order).toEqual(Array.from({ length: 5_000 }, (_, i) => i));
});
