import type { DrawnFigure } from '../../charts/png/draw-figures.ts';
import type { Section } from '../../html/page-section.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';
import { assumptionsSection } from './assumptions-section.ts';
import { chartSection, latencySections, peopleSection } from './chart-sections.ts';
import { auditSection } from './criteria/audit-section.ts';
import { budgetsSection } from './criteria/budgets-section.ts';
import { trustSection } from './criteria/trust-section.ts';
import { errorsSection } from './errors-section.ts';
import { faultsSection } from './faults-section.ts';
import { provenanceSection } from './provenance-section.ts';
import { stepsSection } from './steps-section.ts';
import { surgeSection } from './surge-section.ts';
import { trafficSection } from './traffic-section.ts';

/** The sections of a report in the order in which a team reads it; those of a waiting room or an audit only where there was one. */
export function sectionsOf(report: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section[] {
  const { audit, verdict, run } = report;
  const { announced, fairness } = findings;
  return [
    surgeSection(report, findings),
    stepsSection(report, findings),
    trustSection(report, findings, drawn),
    budgetsSection(report, findings),
    peopleSection(report, findings, drawn),
    ...latencySections(findings, drawn, run.simulated),
    trafficSection(report, findings, drawn),
    ...(run.faults === undefined || findings.faults === null ? [] : [faultsSection(run.faults, findings.faults)]),
    errorsSection(report, findings, drawn),
    ...(announced === null ? [] : [chartSection('announced', 'Announced and real wait', announced, 'announced-wait', drawn)]),
    ...(fairness === null ? [] : [chartSection('fairness', 'Order of the queue', fairness, 'fairness', drawn)]),
    ...(audit === null || findings.audit === null ? [] : [auditSection(audit, verdict, findings.audit)]),
    assumptionsSection(report),
    provenanceSection(report),
  ];
}
