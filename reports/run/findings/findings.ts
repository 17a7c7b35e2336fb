import type { ReportInput } from '../report-input.ts';
import { announcedFinding } from './announced-finding.ts';
import { auditFinding } from './audit-finding.ts';
import { budgetsFinding } from './budgets-finding.ts';
import { errorsFinding } from './errors-finding.ts';
import { fairnessFinding } from './fairness-finding.ts';
import { heatFinding } from './heat-finding.ts';
import { latencyFinding } from './latency-finding.ts';
import { percentileFinding } from './percentile-finding.ts';
import { surgeFinding } from './surge-finding.ts';
import { trustFinding } from './trust-finding.ts';

/** What was found, one sentence a section without its full stop: headings and text alternatives are made of these. */
export interface Findings {
  readonly trust: string;
  readonly budgets: string;
  readonly surge: string;
  readonly latency: string;
  readonly heat: string;
  readonly percentiles: string;
  readonly errors: string;
  readonly announced: string;
  readonly fairness: string;
  readonly audit: string;
}

/** The findings of a run. Their text may hold names given by the target: escape it wherever it is shown. */
export function findingsOf({ run, verdict, audit, series }: ReportInput): Findings {
  return {
    trust: trustFinding(run, verdict),
    budgets: budgetsFinding(verdict.criteria),
    surge: surgeFinding(series, run.arrivals),
    latency: latencyFinding(series),
    heat: heatFinding(series.heat),
    percentiles: percentileFinding(series.percentiles),
    errors: errorsFinding(run),
    announced: announcedFinding(series.announced),
    fairness: fairnessFinding(series.fairness),
    audit: auditFinding(audit),
  };
}
