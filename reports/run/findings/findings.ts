import type { ReportInput } from '../input/report-input.ts';
import { announcedFinding } from './announced-finding.ts';
import { auditFinding } from './audit-finding.ts';
import { budgetsFinding } from './budgets-finding.ts';
import { fairnessFinding } from './fairness-finding.ts';
import { faultsFinding } from './faults-finding.ts';
import { errorsFinding } from './over-time/errors-finding.ts';
import { heatFinding } from './over-time/heat-finding.ts';
import { latencyFinding } from './over-time/latency-finding.ts';
import { peopleFinding } from './over-time/people-finding.ts';
import { requestsFinding } from './over-time/requests-finding.ts';
import { trafficFinding } from './over-time/traffic-finding.ts';
import { percentileFinding } from './percentile-finding.ts';
import { stepsFinding } from './steps-finding.ts';
import { surgeFinding } from './surge-finding.ts';
import { trustFinding } from './trust-finding.ts';

/** What was found, one sentence a section without its full stop: headings and text alternatives are made of these. */
export interface Findings {
  readonly surge: string;
  readonly steps: string;
  readonly trust: string;
  readonly budgets: string;
  readonly people: string;
  readonly latency: string;
  readonly requests: string;
  readonly heat: string;
  readonly percentiles: string;
  readonly traffic: string;
  readonly errors: string;
  /** null without a waiting room. */
  readonly announced: string | null;
  readonly fairness: string | null;
  /** null without faults. */
  readonly faults: string | null;
  /** null without an audit. */
  readonly audit: string | null;
}

/** The findings of a run. Their text may hold names given by the surge file or the target: escape it wherever it is shown. */
export function findingsOf(report: ReportInput): Findings {
  const { run, verdict, audit, series, manifest, timeZone } = report;
  const titles = new Map(manifest.configuration.surge.steps.map(({ name, title }) => [name, title]));
  return {
    surge: surgeFinding(run),
    steps: stepsFinding(report),
    trust: trustFinding(run, verdict),
    budgets: budgetsFinding(verdict.criteria),
    people: peopleFinding(series, timeZone),
    latency: latencyFinding(series, failedSteps(report)),
    requests: requestsFinding(series),
    heat: heatFinding(series.heat),
    percentiles: percentileFinding(series.percentiles),
    traffic: trafficFinding(run, series),
    errors: errorsFinding(run, (step) => titles.get(step) ?? step),
    announced: series.announced === null ? null : announcedFinding(series.announced),
    fairness: run.queue === null ? null : fairnessFinding(series.fairness),
    faults: run.faults === undefined ? null : faultsFinding(run.faults),
    audit: audit === null ? null : auditFinding(audit),
  };
}

/** Steps that broke their limit on p95 over the whole run: only these are shaded as broken. */
export function failedSteps({ verdict }: Pick<ReportInput, 'verdict'>): string[] {
  return verdict.criteria
    .filter((one) => one.kind === 'latency' && one.statistic === 'p95' && one.verdict === 'FAIL')
    .map(({ subject }) => subject);
}
