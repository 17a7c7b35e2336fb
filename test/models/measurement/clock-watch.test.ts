import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClockWatcher } from '../../../models/measurement/clock-watch.ts';
import type { ClockWatch } from '../../../models/results/ending.ts';
import { end, head, second } from './lines.ts';

/** When the line of each second would come, if nothing happened: 30 ms after the second is over. */
const times = (seconds: number): number[] => Array.from({ length: seconds }, (_, s) => 1_000 * (s + 1) + 30);

function watched(at: readonly number[], vu = 1): ClockWatch {
  const watcher = createClockWatcher();
  watcher.note(head({ vu }), 0, 0);
  for (const [s, ms] of at.entries()) watcher.note(second({ vu, second: s }), ms, ms);
  return watcher.result();
}

/** Nothing is read between two instants; what comes meanwhile is read at the end. */
const heldUp = (at: readonly number[], from: number, to: number): number[] => at.map((ms) => (ms >= from && ms < to ? to : ms));
/** From a second on, lines come so much later. */
const later = (at: readonly number[], from: number, ms: number): number[] => at.map((one, s) => (s >= from ? one + ms : one));

describe('a watch over the clock of k6', () => {
  it('sees nothing where lines come each second', () => {
    expect(watched(times(60))).toEqual({ lines: 60, largest: { vu: 1, second: 1, ms: 0 } });
  });

  it('sees how far the clock is set, and when', () => {
    // Set back by 5 s: the line of second 20 comes 5 s late, and so do all that follow.
    expect(watched(later(times(60), 20, 5_000)).largest).toEqual({ vu: 1, second: 20, ms: -5_000 });
    // Set forward by 5 s at 20.03: five lines come at once, and all that follow 5 s early.
    const forward = times(60).map((ms, s) => (s >= 25 ? ms - 5_000 : Math.min(ms, 20_030)));
    expect(watched(forward).largest).toEqual({ vu: 1, second: 24, ms: 5_000 });
  });

  it('takes a stall of k6 or of the reader for what it is', () => {
    // A reader that reads nothing from 46 s to 75 s, when the run is long over.
    expect(Math.abs(watched(heldUp(times(60), 46_000, 75_000)).largest!.ms)).toBeLessThan(1_000);
    // Held up for 4 s until 24.9 s: the last of the lines that come at once is 870 ms late, as long as a second may be.
    expect(Math.abs(watched(heldUp(times(60), 20_500, 24_900)).largest!.ms)).toBeLessThan(1_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 20_000 }), (from, length) => {
        expect(Math.abs(watched(heldUp(times(60), from, from + length)).largest!.ms)).toBeLessThan(1_000);
      }),
    );
  });

  it('sees a jump of two seconds beside a stall', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 50 }),
        fc.integer({ min: 0, max: 55_000 }),
        fc.integer({ min: 0, max: 3_000 }),
        (jump, from, length) => {
          const back = heldUp(later(times(60), jump, 2_500), from, from + length);
          expect(watched(back).largest!.ms).toBeLessThan(-1_000);
        },
      ),
    );
  });

  it('follows a clock that is corrected slowly', () => {
    // 500 ppm, the most that an adjusted clock is off: 3.6 s in two hours.
    const slow = times(7_200).map((ms) => ms * 1.0005);
    expect(Math.abs(watched(slow).largest!.ms)).toBeLessThan(50);
  });

  it('leaves out the second in which a VU ends, further lines of a second, and VUs beyond the eighth', () => {
    const watcher = createClockWatcher();
    for (let vu = 1; vu <= 9; vu++) {
      for (let s = 0; s < 10; s++) watcher.note(second({ vu, second: s }), s * 1_000 + (vu === 9 && s > 4 ? 9_000 : 0), 0);
    }
    for (let vu = 1; vu <= 8; vu++) {
      watcher.note(second({ vu, second: 9 }), 9_500, 0);
      // Its last second was closed at once, as everybody was gone.
      watcher.note(second({ vu, second: 10 }), 5_000, 0);
      watcher.note(end({ vu, second: 10 }), 5_000, 0);
    }
    expect(watcher.result()).toEqual({ lines: 88, largest: { vu: 1, second: 1, ms: 0 } });
  });

  it('sees the same where a VU has a clock that cannot be set, from the clock of the machine', () => {
    const native = (at: readonly number[], set: (s: number) => number): ClockWatch => {
      const watcher = createClockWatcher();
      watcher.note(head({ line: 'native' }), 0, 1.8e12);
      for (const [s, ms] of at.entries()) watcher.note(second({ second: s }), ms, 1.8e12 + ms + set(s));
      return watcher.result();
    };
    expect(native(times(60), () => 0).largest).toEqual({ vu: 1, second: 1, ms: 0 });
    expect(native(times(60), (s) => (s < 20 ? 0 : -5_000)).largest).toEqual({ vu: 1, second: 20, ms: -5_000 });
    // Of the lines before a clock that is set forward the last one does not count, as it seems to come late.
    expect(native(times(60), (s) => (s < 20 ? 0 : 5_000)).largest).toEqual({ vu: 1, second: 20, ms: 5_000 });
    expect(Math.abs(native(heldUp(times(60), 20_500, 24_900), () => 0).largest!.ms)).toBeLessThan(1_000);
    const slow = native(times(7_200), (s) => 0.5 * s);
    expect(Math.abs(slow.largest!.ms)).toBeLessThan(50);
  });

  it('says nothing with one line or none', () => {
    expect(watched([])).toEqual({ lines: 0, largest: null });
    expect(watched([1_000])).toEqual({ lines: 1, largest: null });
  });
});
