import type { DoneFault } from '../../../models/results/faults.ts';
import type { PlannedFault } from '../../../models/workload/surge/fault.ts';

/** Begins and ends one fault. Both reject with a sentence when they could not; `end` is also called after a `begin` that failed. */
export interface Breaker {
  begin(fault: PlannedFault): Promise<void>;
  end(fault: PlannedFault): Promise<void>;
}

export interface FaultClock {
  /** Unix milliseconds. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when `over` does. */
  sleep(milliseconds: number, over: Promise<void>): Promise<void>;
}

export const REAL_CLOCK: FaultClock = {
  now: Date.now,
  sleep(milliseconds, over) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      void over.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  },
};

/** A timeline under way. */
export interface RunningFaults {
  /** Ends what is broken, and tells what was really done. Safe to call twice. */
  stop(): Promise<readonly DoneFault[]>;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Breaks things as planned and repairs them, also when it is stopped before its time. `startedAt`: second 0, Unix milliseconds. */
export function runFaults(
  faults: readonly PlannedFault[],
  breaker: Breaker,
  startedAt: number,
  clock: FaultClock,
  tell: (line: string) => void,
): RunningFaults {
  let isOver = false;
  let finish: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    finish = () => {
      isOver = true;
      resolve();
    };
  });
  const second = (): number => Math.max(0, Math.round(clock.now() - startedAt) / 1_000);
  const until = (at: number): Promise<void> => clock.sleep(Math.max(0, startedAt + 1_000 * at - clock.now()), over);

  const one = async (fault: PlannedFault): Promise<DoneFault> => {
    const { title, from, to } = fault;
    const done = { title, planned: { from, to } };
    await until(from);
    // One that ends when this begins may be about the same part: it is repaired first.
    await Promise.all(faults.flatMap((other, i) => (other !== fault && other.to <= from ? [running[i]] : [])));
    if (isOver) return { ...done, began: null, ended: null, problem: null };
    const problems: string[] = [];
    const note = (what: string) => (error: unknown) => {
      problems.push(`It could not be ${what}: ${reasonOf(error)}`);
    };
    tell(`Fault begins: ${title}`);
    await breaker.begin(fault).catch(note('begun'));
    const began = problems.length > 0 ? null : second();
    if (began !== null) await until(to);
    await breaker.end(fault).catch(note('ended'));
    const ended = began === null || problems.length > 0 ? null : second();
    tell(problems.length === 0 ? `Fault is over: ${title}` : `Fault ${title}: ${problems.join('; ')}`);
    return { ...done, began, ended, problem: problems.length === 0 ? null : `${problems.join('; ')}.` };
  };
  const running: Promise<DoneFault>[] = [];
  for (const fault of faults) running.push(one(fault));
  const all = Promise.all(running);
  return {
    stop() {
      finish();
      return all;
    },
  };
}
