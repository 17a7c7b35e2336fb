import type { ClockWatch } from '../results/ending.ts';
import type { MeasurementLine } from '../workload/log/measurement-log.ts';

/** Holds the clock of k6 against one that never jumps. */
export interface ClockWatcher {
  /** A line came: `at` by a monotonic clock, `wall` by the clock of the machine, milliseconds. */
  note(line: MeasurementLine, at: number, wall: number): void;
  result(): ClockWatch;
}

/** A line of a second and when it came. */
interface Arrival {
  readonly second: number;
  readonly at: number;
}

/** All VUs of a k6 have one clock; a few of them are enough. */
const MOST_VUS = 8;
/** A line that came this long before the next of its VU had been held up, and says nothing about the clock. Milliseconds. */
const HELD_UP = 250;
/** Lines on each side of a moment that are compared: enough for any delay to be over, few enough for a clock that is slowly corrected. */
const COMPARED = 30;
/** With fewer on a side all of them may have been late, by up to a second after a stall. */
const FEW = 4;
const EXPLAINED = 1_000;

/**
 * Jumps of the clock of k6, seen in when its lines come. A VU prints a line each second; when it, or who reads it, was held up, several
 * come at once. So a line can be late for other reasons but never early, and the earliest of many shows where the clock stands: a jump
 * moves that for good, a stall does not.
 *
 * Where the poller in Go asks for people in line, a VU tells seconds by a clock that cannot be set. Waiting room and people still go by that
 * of the machine, so that its distance from the monotonic one is added: then a line shows the same as that of any other VU.
 */
export function createClockWatcher(): ClockWatcher {
  const vus = new Map<number, Arrival[]>();
  let lines = 0;
  let isMonotonic = false;
  return {
    note(line, at, wall) {
      if (line.surgeproof === 'head') {
        isMonotonic ||= line.line === 'native';
        return;
      }
      const arrivals = vus.get(line.vu) ?? [];
      if (line.surgeproof === 'end') {
        // The second in which a VU ends is closed before it is over.
        while (arrivals.length > 0 && arrivals[arrivals.length - 1]!.second >= line.second) arrivals.pop();
        return;
      }
      if (arrivals.length === 0 && vus.size === MOST_VUS) return;
      vus.set(line.vu, arrivals);
      if (arrivals.length > 0 && arrivals[arrivals.length - 1]!.second >= line.second) return;
      arrivals.push({ second: line.second, at: isMonotonic ? at - (wall - at) : at });
      lines++;
    },
    result() {
      const shifts = [...vus].flatMap(([vu, arrivals]) => {
        const shift = largestShift(arrivals);
        return shift === null ? [] : [{ vu, ...shift }];
      });
      const largest = shifts.reduce<ClockWatch['largest']>((most, one) => (most === null || beyond(one, most) ? one : most), null);
      return { lines, largest };
    },
  };
}

const beyond = (a: { readonly ms: number }, b: { readonly ms: number }): boolean => Math.abs(a.ms) > Math.abs(b.ms);

/** How far the clock was set, and in which second that shows; null with too few lines. */
function largestShift(arrivals: readonly Arrival[]): Omit<NonNullable<ClockWatch['largest']>, 'vu'> | null {
  const told = arrivals.filter(({ at }, i) => i === arrivals.length - 1 || arrivals[i + 1]!.at - at >= HELD_UP);
  const offsets = told.map(({ second, at }) => at - 1_000 * second);
  let largest: { readonly second: number; readonly ms: number } | null = null;
  for (let i = 1; i < offsets.length; i++) {
    const [before, after] = [offsets.slice(Math.max(0, i - COMPARED), i), offsets.slice(i, i + COMPARED)];
    const few = before.length < FEW || after.length < FEW;
    // The last line alone may be late because nobody read while the run ended.
    if (after.length === 1 && after[0]! > Math.min(...before)) continue;
    const shift = { second: told[i]!.second, ms: Math.round(lessened(Math.min(...before) - Math.min(...after), few)) };
    // Lines before a clock that is set forward see that, too: the last of them is where it happened.
    if (largest === null || beyond(shift, largest) || (shift.ms === largest.ms && shift.ms > 0)) largest = shift;
  }
  return largest;
}

const lessened = (ms: number, few: boolean): number => (few ? Math.sign(ms) * Math.max(0, Math.abs(ms) - EXPLAINED) : ms);
