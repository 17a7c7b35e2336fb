import type { Rows } from './rows.ts';

/** Milliseconds a slot lasts. */
export const SLOT_MS = 20;

/** Slots of the fine wheel: 82 s ahead. */
const FINE = 4_096;
const FINE_BITS = 12;
/** Turns of the fine wheel that the coarse one looks ahead: 5.8 h. Beyond that a row is put back on its way. */
const COARSE = 256;

/** Wakes rows at their time. */
export interface Wheel {
  /** Wakes a row at `at` milliseconds, rounded up to the grid of slots and never in the slot under way; writes `rows.due`. A row sleeps once. */
  put(row: number, at: number): void;
  /**
   * Calls `wake` for each row whose slot has come, `most` at a time; the row is off the wheel then. True when rows are left over: the
   * caller lets answers be read before it goes on, because a loop that wakes everybody at once after a stall would be late by that alone.
   */
  advance(now: number, most: number, wake: (row: number) => void): boolean;
}

/**
 * A timer wheel of two levels over the rows of a VU (Varghese and Lauck 1987, scheme 7): lists threaded through `rows.next`, no object
 * a timer. A timer is due on the grid, so that being late is the loop's doing and not the wheel's.
 */
export function createWheel(rows: Rows, now: number): Wheel {
  const fine = new Int32Array(FINE).fill(-1);
  const coarse = new Int32Array(COARSE).fill(-1);
  let current = Math.floor(now / SLOT_MS);

  function thread(heads: Int32Array, index: number, row: number): void {
    rows.next[row] = heads[index]!;
    heads[index] = row;
  }

  function insert(row: number, slot: number): void {
    if (slot - current < FINE) thread(fine, slot & (FINE - 1), row);
    else thread(coarse, Math.min(slot >> FINE_BITS, (current >> FINE_BITS) + COARSE - 1) & (COARSE - 1), row);
  }

  /** Rows of the coarse slot that begins move to the fine wheel. */
  function refine(): void {
    const index = (current >> FINE_BITS) & (COARSE - 1);
    let row = coarse[index]!;
    coarse[index] = -1;
    while (row >= 0) {
      const following = rows.next[row]!;
      insert(row, rows.due[row]! / SLOT_MS);
      row = following;
    }
  }

  return {
    put(row, at) {
      if (rows.asleep[row] !== 0) throw new Error('the wheel: must hold a row once, got one that sleeps already');
      const slot = Math.max(Math.ceil(at / SLOT_MS), current + 1);
      rows.asleep[row] = 1;
      rows.due[row] = slot * SLOT_MS;
      insert(row, slot);
    },
    advance(time, most, wake) {
      const target = Math.floor(time / SLOT_MS);
      let woken = 0;
      for (;;) {
        const index = current & (FINE - 1);
        for (let row = fine[index]!; row >= 0; row = fine[index]!) {
          if (woken++ === most) return true;
          fine[index] = rows.next[row]!;
          rows.asleep[row] = 0;
          wake(row);
        }
        if (current >= target) return false;
        current++;
        if ((current & (FINE - 1)) === 0) refine();
      }
    },
  };
}
