import { describe, expect, it } from 'vitest';
import { createRows, STATE } from '../../../engine/users/rows.ts';

describe('rows', () => {
  it('keep their contents when the table grows', () => {
    const rows = createRows(2);
    for (let i = 0; i < 100; i++) {
      const row = rows.take();
      rows.due[row] = i + 0.5;
      rows.ticket[row] = i;
      rows.key[row] = `key-${i}`;
    }
    for (let row = 0; row < 100; row++) {
      expect([rows.due[row], rows.ticket[row], rows.key[row]]).toEqual([row + 0.5, row, `key-${row}`]);
    }
  });

  it('are used again, clean, before the table grows', () => {
    const rows = createRows(2);
    const [first, second] = [rows.take(), rows.take()];
    rows.key[first] = 'secret';
    rows.failures[first] = 3;
    rows.state[first] = STATE.active;
    rows.release(first);
    rows.release(second);
    expect([rows.take(), rows.take()].sort()).toEqual([first, second]);
    expect([rows.key[first], rows.failures[first], rows.state[first]]).toEqual(['', 0, STATE.free]);
    expect(rows.state.length).toBe(2);
  });
});
