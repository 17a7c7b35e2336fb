import type { JudgeInput } from './judge-input.ts';

/** Errors of the surge file. */
export interface ScriptFailures {
  readonly people: number;
  /** The most frequent one, with its place in the file; null when the log names none. */
  readonly cause: string | null;
}

/** People stopped by an exception in the surge file, or by a request to an address that is not allowed: nothing that the target did. */
export function scriptFailures({ folded, run }: Pick<JudgeInput, 'folded' | 'run'>): ScriptFailures {
  const errors = folded.errors.filter(({ owner }) => owner === 'script');
  const counted = errors.reduce((sum, { count }) => sum + count, 0);
  const known = Math.min(run.users.arrived, Math.max(run.users.failed, counted));
  return { people: Math.max(known, endedWithRun(run)), cause: errors[0]?.cause ?? null };
}

/** A rejected promise that nothing awaited ended the run, and everybody who was still in it. */
const endedWithRun = ({ interruption, users }: JudgeInput['run']): number =>
  interruption === 'script-error' ? Math.max(1, users.failed + users.waiting) : 0;
