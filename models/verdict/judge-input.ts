import type { FoldedRun } from '../measurement/folded-run.ts';
import type { AuditFile } from '../results/audit.ts';
import type { GeneratorHealth } from '../results/generator-health.ts';
import type { RunFile } from '../results/run.ts';
import type { Budgets, QueueGates } from '../workload/surge/budget.ts';
import type { Surge, SurgeProfile } from '../workload/surge/surge.ts';

/** Everything a verdict rests on. */
export interface JudgeInput {
  readonly folded: FoldedRun;
  readonly run: RunFile;
  /** null only for a target whose ledger is not ours to read; a failed audit is a file with `done: false`. */
  readonly audit: AuditFile | null;
  readonly generator: readonly GeneratorHealth[];
  readonly budgets: Budgets;
  /** null for a target without a waiting room. */
  readonly queue: QueueGates | null;
  readonly surge: Pick<Surge, 'lanes' | 'mix'>;
  readonly profile: SurgeProfile;
  /** Seeds the resampling: the same run is always judged the same. */
  readonly seed: number;
  readonly host: { readonly cores: number; readonly openFiles: number | null };
  /** Whether the target said it is the one named: `unknown` when it says nothing. */
  readonly targetIdentity: 'confirmed' | 'different' | 'unknown';
}
