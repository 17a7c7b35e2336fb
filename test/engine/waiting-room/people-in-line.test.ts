import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../../engine/users/context.ts';
import { createRows } from '../../../engine/users/rows.ts';
import { admissionOf } from '../../../engine/waiting-room/people-in-line.ts';

const STARTED_AT = 1_800_000_000_000;
afterEach(() => void vi.useRealTimers());

/** A VU whose own clock stands at `told` while the machine's stands at `wall`, milliseconds since second 0. */
function admitted(told: number, wall: number, at: number): number {
  vi.useFakeTimers({ now: STARTED_AT + wall, toFake: ['Date'] });
  const rows = createRows();
  const row = rows.take();
  rows.waiting[row] = 8_000;
  const entry = admissionOf({ rows, startedAt: STARTED_AT, now: () => told } as unknown as Host, row, STARTED_AT + at);
  return entry[3] - entry[6]!;
}

describe('the instant of being let in', () => {
  it.each([-1, 0, 1, 40])('is what the waiting room said, though the clock of the machine is %i ms ahead', (ahead) =>
    expect(admitted(11_941, 11_941 + ahead, 11_857)).toBe(11_857),
  );

  it('follows a clock that is set', () => expect(admitted(11_941, 41_941, 41_857)).toBe(11_857));
});
