import { kstDateTime } from '../../format/clock.ts';
import { duration } from '../../format/duration.ts';
import { type Html, html } from '../../format/html.ts';
import { whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import type { Section } from '../../html/section.ts';
import { factsHtml, tableHtml } from '../../html/table.ts';
import type { ReportInput } from '../report-input.ts';
import { constantsOf } from '../words/constants.ts';
import { forecastSentence } from '../words/rehearsed-forecast-sentence.ts';

/** Everything needed to repeat or dispute the run. */
export function provenanceSection(report: ReportInput): Section {
  const { manifest } = report;
  const configuration = html`<details><summary>The whole configuration</summary><pre>${JSON.stringify(manifest.configuration, null, 2) ?? ''}</pre></details>`;
  const body = html`<pre class="command">${manifest.command.join(' ')}</pre>${factsHtml(facts(report))}${constants(manifest.configuration)}${configuration}`;
  const finding = `The same seed (${manifest.seed}) and the same command repeat this run`;
  return { id: 'provenance', name: 'Provenance', finding, body };
}

function facts({ run, manifest, series }: ReportInput): [string, string][] {
  const { target, host, revision } = manifest;
  const nodes = target.nodes === null ? '' : `, ${target.nodes} app nodes`;
  return [
    ['Run', manifest.id],
    ['Scenario', `${manifest.scenario}, profile ${manifest.profile}`],
    ['Seed', String(manifest.seed)],
    ...(manifest.forecast === undefined ? [] : [['Forecast', shorten(forecastSentence(manifest.forecast), 400)] as [string, string]]),
    ['Started', kstDateTime(series.startedAt)],
    ['Lasted', duration(run.durationSeconds * 1000)],
    [
      'Target',
      `${target.name}${nodes}: ${shorten(target.identity, 120)} at ${target.app}${target.waitingRoom ? `, waiting room at ${target.waitingRoom}` : ''}`,
    ],
    ['Service times', target.simulated ? 'simulated' : 'of a real system'],
    ['Host', `${host.platform}, ${whole(host.cores)} cores, ${whole(host.memoryMiB)} MiB, ${whole(host.openFiles)} open files`],
    [
      'Revision',
      revision ? `${revision.commit}${revision.dirty ? ', with changes that are not committed' : ''}` : 'not under version control',
    ],
    ...Object.entries(manifest.versions).map(([name, version]): [string, string] => [`Version of ${name}`, version]),
  ];
}

function constants(configuration: unknown): Html | null {
  const found = constantsOf(configuration);
  if (found.length === 0) return null;
  const rows = found.map((one) => [one.path, one.values, one.kind, one.source]);
  return html`<details><summary>The ground of ${found.length} constants: stated, measured, derived or assumed</summary>${tableHtml({
    caption: 'Constants and where they are from',
    header: ['constant', 'value', 'kind', 'source'],
    rows,
  })}</details>`;
}
