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
  /** Wakes a row at `at` milliseconds, rounded up to the grid of slots and never in the slot under way; writes `rows.due`. */
  put(row: number, at: number): void;
  /** Calls `wake` for each row whose slot has come; the row is off the wheel then. */
  advance(now: number, wake: (row: number) => void): void;
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

  function empty(heads: Int32Array, index: number, each: (row: number) => void): void {
    let row = heads[index]!;
    heads[index] = -1;
    while (row >= 0) {
      const following = rows.next[row]!;
      each(row);
      row = following;
    }
  }

  return {
    put(row, at) {
      const slot = Math.max(Math.ceil(at / SLOT_MS), current + 1);
      rows.due[row] = slot * SLOT_MS;
      insert(row, slot);
    },
    advance(time, wake) {
      const target = Math.floor(time / SLOT_MS);
      while (current < target) {
        current++;
        const index = current & (FINE - 1);
        if (index === 0) empty(coarse, (current >> FINE_BITS) & (COARSE - 1), (row) => insert(row, rows.due[row]! / SLOT_MS));
        if (fine[index]! >= 0) empty(fine, index, wake);
      }
    },
  };
}
