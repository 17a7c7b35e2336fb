import type { AuditFile } from '../../../../models/results/audit.ts';
import type { VerdictFile } from '../../../../models/results/verdict.ts';
import { sayCount } from '../../../../models/words/count.ts';
import { type Html, html } from '../../../format/html.ts';
import { shorten } from '../../../format/shorten.ts';
import { verdictMark } from '../../../format/verdict-mark.ts';
import type { Section } from '../../../html/page-section.ts';
import { tableHtml } from '../../../html/table.ts';
import { criteriaHtml } from './criteria.ts';

/** What people were answered against what the books of the service hold. */
export function auditSection(audit: AuditFile, { invariants }: VerdictFile, finding: string): Section {
  const table = criteriaHtml('Invariants', invariants);
  const judged = audit.done ? html`<details><summary>As criteria of the verdict</summary>${table}</details>` : table;
  return { id: 'audit', name: 'The audit', finding, body: html`${audit.done ? checks(audit) : null}${judged}` };
}

/** What could not be checked and why, and records that were left out. */
function notChecked({ checks: all, notes = [] }: AuditFile): Html | null {
  const missing = all.flatMap(({ name, notMade }) => (notMade === undefined ? [] : [`${shorten(name, 60)}: ${shorten(notMade, 400)}`]));
  const items = [...missing, ...notes.map((note) => shorten(note, 300))];
  if (items.length === 0) return null;
  return html`<p>What was not checked:</p><ul class="examples">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function checks(audit: AuditFile): Html {
  const rows = audit.checks.map((check) => [
    check.says === undefined ? shorten(check.name, 60) : `${shorten(check.name, 60)}: ${shorten(check.says, 120)}`,
    sayCount(check.examined),
    sayCount(check.violations),
    check.notMade === undefined ? verdictMark(check.violations > 0 ? 'FAIL' : 'PASS') : 'not made',
  ]);
  const examples = audit.checks.flatMap((check) =>
    check.examples.map((example) => html`<li>${shorten(check.name, 60)}: ${shorten(example, 200)}</li>`),
  );
  const { charged, notCharged } = audit.unknownResolved;
  const unknown =
    charged + notCharged > 0
      ? html`<p>${sayCount(charged + notCharged)} payments had no answer: the books show ${sayCount(charged)} of them charged and ${sayCount(notCharged)} not.</p>`
      : null;
  return html`${tableHtml({ caption: 'Checks of the books against the answers people got', header: ['check', 'examined', 'violations', 'result'], rows })}${notChecked(audit)}${unknown}${
    examples.length > 0 ? html`<ul class="examples">${examples}</ul>` : null
  }`;
}
