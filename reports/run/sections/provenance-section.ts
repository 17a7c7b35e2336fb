import { sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { html } from '../../format/html.ts';
import { shellCommand } from '../../format/shell-command.ts';
import { shorten } from '../../format/shorten.ts';
import { dateTime } from '../../format/time/clock.ts';
import type { Section } from '../../html/page-section.ts';
import { factsHtml } from '../../html/table.ts';
import type { ReportInput } from '../input/report-input.ts';
import { targetText } from '../words/people-facts.ts';
import { forecastSentence } from '../words/rehearsed-forecast-sentence.ts';

/** Everything needed to repeat or dispute the run. */
export function provenanceSection(report: ReportInput): Section {
  const { manifest } = report;
  const configuration = html`<details><summary>The whole configuration</summary><pre>${JSON.stringify(manifest.configuration, null, 2) ?? ''}</pre></details>`;
  const body = html`<pre class="command">${shellCommand(manifest.command)}</pre>${factsHtml(facts(report))}${configuration}`;
  return { id: 'provenance', name: 'Repeat this run', finding: `The same command with seed ${manifest.seed} repeats this run`, body };
}

function facts({ run, manifest, series, timeZone }: ReportInput): [string, string][] {
  const { target, host, revision } = manifest;
  const files = host.openFiles === null ? '' : `, ${sayCount(host.openFiles)} open files`;
  return [
    ['Run', manifest.id],
    ['Surge', `${shorten(manifest.surge, 60)}, ${shorten(manifest.file, 120)}`],
    ['Profile and seed', `${manifest.profile}, ${manifest.seed}`],
    ...(manifest.forecast === undefined ? [] : [['Forecast', shorten(forecastSentence(manifest.forecast), 400)] as [string, string]]),
    ['Started', dateTime(series.startedAt, timeZone)],
    ['Lasted', sayTime(run.durationSeconds * 1000)],
    ['Target', targetText(target)],
    ['Identity of the target', shorten(target.identity ?? 'says nothing about itself', 120)],
    ['Service times', target.simulated ? 'simulated' : 'of a real system'],
    ['Accounts', shorten(manifest.accounts ?? 'none', 160)],
    ['Host', `${host.platform}, ${sayCount(host.cores)} cores, ${sayCount(host.memoryMiB)} MiB${files}`],
    [
      'Revision',
      revision ? `${revision.commit}${revision.dirty ? ', with changes that are not committed' : ''}` : 'not under version control',
    ],
    ...Object.entries(manifest.versions).map(([name, version]): [string, string] => [`Version of ${name}`, version]),
  ];
}
