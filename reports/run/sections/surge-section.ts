import { html } from '../../format/html.ts';
import { shorten } from '../../format/shorten.ts';
import type { Section } from '../../html/page-section.ts';
import { factsHtml } from '../../html/table.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';
import { sentFacts } from '../words/people-facts.ts';

/** What was sent: the story, people, rate, length, target, profile, seed, journeys. */
export function surgeSection(report: ReportInput, findings: Findings): Section {
  const { story } = report.manifest.configuration.surge;
  const body = html`${story === '' ? null : html`<p>${shorten(story, 600)}</p>`}${factsHtml(sentFacts(report))}`;
  return { id: 'surge', name: 'The surge', finding: findings.surge, body };
}
