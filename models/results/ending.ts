import type { Interruption } from './run.ts';

/** `unknown`: it should have said what it is, and did not. */
export type TargetIdentity = 'confirmed' | 'different' | 'unknown' | 'not-asked';

/** `ending.json`: how a run ended, as only the harness saw it. Absent when surgeproof itself was killed. */
export interface EndingFile {
  readonly schema: 'surgeproof/ending';
  readonly version: 1;
  /** null: the run went on until its own end. */
  readonly interruption: Interruption | null;
  /** One sentence: who ended it, and how. */
  readonly detail: string | null;
  /** Whether the target was, from first to last, the one named; `not-asked`: a target that has no identity to show. */
  readonly targetIdentity: TargetIdentity;
  readonly endedAt: string;
}
