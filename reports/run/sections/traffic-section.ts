import { sayCount } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { DrawnFigure } from '../../charts/png/draw-figures.ts';
import { bytesText } from '../../format/bytes.ts';
import { html } from '../../format/html.ts';
import { figureHtml } from '../../html/figure-html.ts';
import type { Section } from '../../html/page-section.ts';
import { factsHtml, tableHtml } from '../../html/table.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';

/** Statuses, bytes, connections, TLS handshakes and redirects. */
export function trafficSection({ run, manifest }: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  const answers = run.statuses.reduce((sum, { count }) => sum + count, 0);
  const rows = run.statuses.map(({ status, count }) => [String(status), sayCount(count), sayShare(answers === 0 ? null : count / answers)]);
  const table = rows.length > 0 ? tableHtml({ caption: 'Answers by status', header: ['status', 'answers', 'of all'], rows }) : null;
  const shared = manifest.target.connections === 'shared' ? 'shared by the people of a VU' : 'a new one for every request';
  const facts = factsHtml([
    ['Connections opened', `${sayCount(run.connections.opened)}, ${shared}`],
    ['TLS handshakes', sayCount(run.connections.tlsHandshakes)],
    ['Redirects followed', sayCount(run.redirects)],
    ['Received', run.bytes === null ? 'not known on this system' : bytesText(run.bytes.received)],
    ['Sent', run.bytes === null ? 'not known on this system' : bytesText(run.bytes.sent)],
  ]);
  const certificate = manifest.target.insecure ? html`<p class="note">Certificates were not checked (insecure).</p>` : null;
  return {
    id: 'traffic',
    name: 'Answers and bytes',
    finding: findings.traffic,
    body: html`${figureHtml(drawn, 'traffic')}${facts}${certificate}${table}`,
  };
}
