import { html } from '../../../format/html.ts';
import type { Section } from '../../../html/page-section.ts';
import type { Findings } from '../../findings/findings.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { criteriaHtml } from './criteria.ts';

/** Every limit with value, room, samples and interval, the worst first. */
export function budgetsSection({ run, verdict, audit }: ReportInput, findings: Findings): Section {
  const simulated = run.simulated
    ? html`<p class="simulated">Simulated service times: these latencies come from the reference service, not from a real system.</p>`
    : null;
  const note = html`<p class="note">Response time since the intended start, judged phases only; grey: few samples; advisory: shown, but does not decide the verdict.</p>`;
  const books = audit === null ? html`<p class="note">The books of the service were not checked: this run had no audit.</p>` : null;
  const body = html`${simulated}${criteriaHtml('Budgets', verdict.criteria)}${note}${books}`;
  return { id: 'budgets', name: 'Budgets', finding: findings.budgets, body };
}
