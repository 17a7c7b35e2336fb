import { type Html, html } from '../../format/html.ts';
import { whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import { verdictMark } from '../../format/verdict-mark.ts';
import type { Section } from '../../html/section.ts';
import { tableHtml } from '../../html/table.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';
import { criteriaHtml } from './criteria.ts';

/** What users were told against what the ledger holds. */
export function auditSection({ audit, verdict }: ReportInput, findings: Findings): Section {
  const table = criteriaHtml('Invariants as judged', verdict.invariants);
  const judged = audit?.done ? html`<details><summary>The same as judged invariants</summary>${table}</details>` : table;
  const body = html`${audit?.done ? checks(audit) : null}${judged}`;
  return { id: 'audit', name: 'The audit', finding: findings.audit, body };
}

function checks(audit: NonNullable<ReportInput['audit']>): Html {
  const rows = audit.checks.map((check) => [
    shorten(check.name, 60),
    whole(check.examined),
    whole(check.violations),
    verdictMark(check.violations > 0 ? 'FAIL' : 'PASS'),
  ]);
  const examples = audit.checks.flatMap((check) =>
    check.examples.map((example) => html`<li>${shorten(check.name, 60)}: ${shorten(example, 200)}</li>`),
  );
  const { charged, notCharged } = audit.unknownResolved;
  const unknown =
    charged + notCharged > 0
      ? html`<p>${whole(charged + notCharged)} payments had no answer: the ledger shows ${whole(charged)} of them charged and ${whole(notCharged)} not.</p>`
      : null;
  return html`${tableHtml({ caption: 'Checks of the ledger against the journal of the users', header: ['check', 'examined', 'violations', 'result'], rows })}${unknown}${
    examples.length > 0 ? html`<ul class="examples">${examples}</ul>` : null
  }`;
}
