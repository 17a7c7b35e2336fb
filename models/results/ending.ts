import type { Interruption } from './run.ts';

/** `unknown`: it should have said what it is, and did not. */
export type TargetIdentity = 'confirmed' | 'different' | 'unknown' | 'not-asked';

/** How the clock of k6 went, held against a clock that never jumps. */
export interface ClockWatch {
  /** Lines of the measurement log whose arrival was noted. */
  readonly lines: number;
  /** Most that the clock was set in the run, in milliseconds, above 0 for forward; null with too few lines to tell. */
  readonly largest: { readonly vu: number; readonly second: number; readonly ms: number } | null;
}

/** `ending.json`: how a run ended, as only the harness saw it. Absent when surgeproof itself was killed. */
export interface EndingFile {
  readonly schema: 'surgeproof/ending';
  readonly version: 1;
  /** null: the run went on until its own end. */
  readonly interruption: Interruption | null;
  /** One sentence: who ended it, and how. */
  readonly detail: string | null;
  /** First line of the Go panic that ended k6; left out without one. */
  readonly panic?: string;
  /** Whether the target was, from first to last, the one named; `not-asked`: a target that has no identity to show. */
  readonly targetIdentity: TargetIdentity;
  /** null when surgeproof left before it could say. */
  readonly clock: ClockWatch | null;
  readonly endedAt: string;
}
