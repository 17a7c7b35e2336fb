import type { Interruption } from './run.ts';

/** `ending.json`: how a run ended, as only the harness saw it. Absent when surgeproof itself was killed. */
export interface EndingFile {
  readonly schema: 'surgeproof/ending';
  readonly version: 1;
  /** null: the run went on until its own end. */
  readonly interruption: Interruption | null;
  /** One sentence: who ended it, and how. */
  readonly detail: string | null;
  /** Whether the target was, from first to last, the one named. */
  readonly targetIdentity: 'confirmed' | 'different' | 'unknown';
  readonly endedAt: string;
}
