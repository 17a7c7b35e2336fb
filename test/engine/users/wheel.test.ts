import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRows } from '../../../engine/users/rows.ts';
import { createWheel, SLOT_MS } from '../../../engine/users/wheel.ts';

const ALL = Number.POSITIVE_INFINITY;

describe('wheel', () => {
  it('wakes every row once, in the slot it is due in, near and far', () => {
    // 40,000,000 ms are 11 h, beyond both levels (82 s and 5.8 h).
    const times = fc.array(fc.oneof(fc.nat(2_000), fc.nat(200_000), fc.nat(40_000_000)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 900_000 }), (at, step) => {
        const rows = createRows(4);
        const wheel = createWheel(rows, 0);
        const woken: [number, number][] = [];
        for (const time of at) wheel.put(rows.take(), time);
        // At most 2,000 looks, however far the last row is.
        const stride = Math.max(step, Math.ceil(Math.max(...at) / 2_000));
        for (let now = 0; now < Math.max(...at) + 20 + stride; now += stride) wheel.advance(now, ALL, (row) => woken.push([row, now]));
        expect(woken.map(([row]) => row).sort((a, b) => a - b)).toEqual(at.map((_, row) => row));
        for (const [row, now] of woken) {
          const due = rows.due[row]!;
          expect(due % SLOT_MS).toBe(0);
          expect(due - at[row]!).toBeGreaterThanOrEqual(0);
          expect(due - at[row]!).toBeLessThanOrEqual(SLOT_MS);
          expect(now - due).toBeGreaterThanOrEqual(0);
          expect(now - due).toBeLessThan(stride);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes a row that is put back while it wakes, and one whose time is past in the next slot', () => {
    const rows = createRows();
    const wheel = createWheel(rows, 1_000);
    const row = rows.take();
    const woken: number[] = [];
    wheel.put(row, 0);
    for (let now = 1_000; now <= 1_100; now += 20) {
      wheel.advance(now, ALL, () => {
        woken.push(now);
        wheel.put(row, now + 40);
      });
    }
    expect(woken).toEqual([1_020, 1_060, 1_100]);
  });

  it('refuses a row that sleeps already, which would make a list that never ends', () => {
    const rows = createRows();
    const wheel = createWheel(rows, 0);
    const row = rows.take();
    wheel.put(row, 85);
    expect(() => wheel.put(row, 95)).toThrow('must hold a row once');
  });

  it('wakes at most so many at a time, and the rest with the next call, in order', () => {
    const rows = createRows();
    const wheel = createWheel(rows, 0);
    for (let i = 0; i < 10; i++) wheel.put(rows.take(), 20 + 20 * i);
    const woken: number[] = [];
    const wake = (row: number): void => void woken.push(row);
    expect(wheel.advance(1_000, 4, wake)).toBe(true);
    expect(woken).toEqual([0, 1, 2, 3]);
    const late = rows.take();
    wheel.put(late, 0);
    expect(wheel.advance(1_000, 100, wake)).toBe(false);
    expect(new Set(woken).size).toBe(11);
    expect(woken.slice(0, 4)).toEqual([0, 1, 2, 3]);
  });
});
