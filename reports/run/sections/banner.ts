import { sayTime } from '../../../models/words/duration.ts';
import { type Html, html } from '../../format/html.ts';
import { keepUnits } from '../../format/keep-units.ts';
import { shorten } from '../../format/shorten.ts';
import { dateTime } from '../../format/time/clock.ts';
import { verdictMark } from '../../format/verdict-mark.ts';
import type { ReportInput } from '../input/report-input.ts';
import { headlineOf } from '../words/headline.ts';
import { forecastSentence } from '../words/rehearsed-forecast-sentence.ts';

/** The verdict in one sentence, what else was found, what to do, and which run this is. */
export function bannerHtml(report: ReportInput): Html {
  const { run, verdict, manifest, series, timeZone } = report;
  const { first, findings, more, advice } = headlineOf(verdict);
  const { surge } = manifest.configuration;
  const meta = `${shorten(surge.title, 80)}, profile ${run.profile}; ${dateTime(series.startedAt, timeZone)}, ${sayTime(run.durationSeconds * 1000)}; run ${manifest.id}`;
  const forecast = manifest.forecast;
  return html`<header class="banner" id="summary">
<p class="word ${verdict.verdict.toLowerCase()}"><span>${verdictMark(verdict.verdict)}</span></p>
<h1>${keepUnits(first)}</h1>
${findings.length > 0 ? html`<ul class="advice">${findings.map((one) => html`<li>${keepUnits(one)}</li>`)}</ul>` : null}
${more.length > 0 ? html`<details><summary>${more.length} more ${more.length === 1 ? 'finding' : 'findings'}</summary><ul>${more.map((one) => html`<li>${one}</li>`)}</ul></details>` : null}
<p class="next">${keepUnits(advice)}</p>
<p class="meta">${meta}</p>
${forecast === undefined ? null : html`<p class="meta">Forecast: ${shorten(forecastSentence(forecast), 400)}.</p>`}
${run.simulated ? html`<p class="simulated">Simulated service times: the target is the reference service.</p>` : null}
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`;
}
