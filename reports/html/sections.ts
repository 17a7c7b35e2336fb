import type { DrawnFigure } from '../charts/draw-figures.ts';
import type { ReportInput } from '../report-input.ts';
import type { Findings } from '../words/findings.ts';
import type { Section } from './section.ts';
import { auditSection } from './sections/audit-section.ts';
import { budgetsSection } from './sections/budgets-section.ts';
import { chartSection, latencySections } from './sections/chart-sections.ts';
import { errorsSection } from './sections/errors-section.ts';
import { provenanceSection } from './sections/provenance-section.ts';
import { surgeSection } from './sections/surge-section.ts';
import { trustSection } from './sections/trust-section.ts';

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
