import type { AuditFile } from '../../../models/results/audit.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { ManifestFile } from '../../../models/results/manifest.ts';
import type { RunFile } from '../../../models/results/run.ts';
import type { ReportSeries } from '../../../models/results/series.ts';
import type { VerdictFile } from '../../../models/results/verdict.ts';

/** Everything a report is made of: the files of one run folder and the series folded from its measurement log. */
export interface ReportInput {
  readonly run: RunFile;
  readonly verdict: VerdictFile;
  /** null when the books of the service were not checked, which the report says. */
  readonly audit: AuditFile | null;
  readonly manifest: ManifestFile;
  readonly series: ReportSeries;
  readonly generator: readonly GeneratorHealth[];
  /** IANA zone in which times of day are shown. */
  readonly timeZone: string;
}
