import { kstDateTime } from '../format/clock.ts';
import { duration } from '../format/duration.ts';
import { type Html, html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';
import { shorten } from '../format/shorten.ts';
import { verdictMark } from '../format/verdict-mark.ts';
import type { ReportInput } from './report-input.ts';
import { furtherSentences } from './words/further-sentences.ts';
import { forecastSentence } from './words/rehearsed-forecast-sentence.ts';
import { verdictSentence } from './words/verdict-sentence.ts';

/** The verdict in one sentence, what to do, and which run this is. */
export function bannerHtml(report: ReportInput): Html {
  const { run, verdict, manifest, series } = report;
  const meta = `${run.scenario}, profile ${run.profile}, target ${run.target}, seed ${run.seed}; ${kstDateTime(series.startedAt)}, ${duration(run.durationSeconds * 1000)}; run ${manifest.id}`;
  const forecast = manifest.forecast;
  const staged = forecast === undefined ? null : html`<p class="meta">Forecast: ${shorten(forecastSentence(forecast), 400)}.</p>`;
  const { told, folded } = furtherSentences(verdict);
  const others =
    folded.length > 0
      ? html`<details><summary>${folded.length} more ${folded.length === 1 ? 'reason' : 'reasons'}</summary><ul>${folded.map((reason) => html`<li>${reason}</li>`)}</ul></details>`
      : null;
  return html`<header class="banner" id="summary">
<p class="word ${verdict.verdict.toLowerCase()}"><span>${verdictMark(verdict.verdict)}</span></p>
<h1>${keepUnits(verdictSentence(verdict))}</h1>
<ul class="advice">${told.map((sentence) => html`<li>${sentence}</li>`)}</ul>
${others}
<p class="meta">${meta}</p>
${staged}
${run.simulated ? html`<p class="simulated">Simulated service times: the target is the reference service.</p>` : null}
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`;
}
