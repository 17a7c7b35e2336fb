import type { Section } from '../../html/section.ts';
import type { DrawnFigure } from '../figures/draw-run-figures.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';
import { auditSection } from './audit-section.ts';
import { budgetsSection } from './budgets-section.ts';
import { chartSection, latencySections } from './chart-sections.ts';
import { errorsSection } from './errors-section.ts';
import { provenanceSection } from './provenance-section.ts';
import { surgeSection } from './surge-section.ts';
import { trustSection } from './trust-section.ts';

/** The sections of a report in the order in which a team reads it the day before a launch. */
export function sectionsOf(report: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section[] {
  return [
    trustSection(report, findings, drawn),
    budgetsSection(report, findings),
    surgeSection(report, findings, drawn),
    ...latencySections(findings, drawn, report.run.simulated),
    errorsSection(report, findings, drawn),
    chartSection('announced', 'Announced and real wait', findings.announced, 'announced-wait', drawn),
    chartSection('fairness', 'Fairness', findings.fairness, 'fairness', drawn),
    auditSection(report, findings),
    provenanceSection(report),
  ];
}
