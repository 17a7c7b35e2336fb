import { html } from '../../format/html.ts';
import type { Section } from '../../html/section.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';
import { criteriaHtml } from './criteria.ts';

/** Budgets and queue gates with value, limit, margin, samples and interval, failing first. */
export function budgetsSection({ run, verdict }: ReportInput, findings: Findings): Section {
  const simulated = run.simulated
    ? html`<p class="simulated">Simulated service times: these latencies come from the reference service, not from a real system.</p>`
    : null;
  const note = html`<p class="note">Response time since the intended start, judged phases only; grey: few samples.</p>`;
  return {
    id: 'budgets',
    name: 'Budgets',
    finding: findings.budgets,
    body: html`${simulated}${criteriaHtml('Budgets and queue gates', verdict.criteria)}${note}`,
  };
}
