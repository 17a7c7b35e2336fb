import type { FoldedRun } from '../measurement/folded-run.ts';
import type { AuditFile } from '../results/audit.ts';
import type { ClockWatch, TargetIdentity } from '../results/ending.ts';
import type { GeneratorHealth } from '../results/generator-health.ts';
import type { RunFile } from '../results/run.ts';
import type { RunConfiguration } from '../workload/surge/run-configuration.ts';

/** Everything a verdict rests on. */
export interface JudgeInput {
  readonly folded: FoldedRun;
  readonly run: RunFile;
  /** null for a target without an audit; an audit that failed is a file with `done: false`. */
  readonly audit: AuditFile | null;
  readonly generator: readonly GeneratorHealth[];
  /** The clock of k6 as the harness saw it; null when nobody looked: surgeproof was killed. */
  readonly clock: ClockWatch | null;
  /** What was in force: surge, profile, budgets and limits of the queue. */
  readonly configuration: RunConfiguration;
  /** Steps that one person made on the walk before the run, by journey; null without a walk. */
  readonly walk: Readonly<Record<string, readonly string[]>> | null;
  /** Seeds the resampling: the same run is always judged the same. */
  readonly seed: number;
  readonly host: { readonly cores: number; readonly openFiles: number | null };
  readonly targetIdentity: TargetIdentity;
  /** One sentence of the harness on how the run ended, from `ending.json`; null or left out when it says none. */
  readonly detail?: string | null;
  /** First line of the Go panic that ended k6; null or left out without one. */
  readonly panic?: string | null;
}
