import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { drawFigures } from '../charts/png/draw-figures.ts';
import { type Html, html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';
import { escapeMarkdown } from '../format/markdown.ts';
import { islandPage } from '../html/island-page.ts';
import { launchFigures } from '../launch/launch-sections.ts';
import { launchSentence } from '../launch/launch-sentences.ts';
import { coincidenceSentence, driversSentence } from './driver-words.ts';
import { eventsSentence } from './event-sentences.ts';
import { forecastFigures } from './forecast-figures.ts';
import { forecastFindings } from './forecast-findings.ts';
import { forecastSections } from './forecast-sections.ts';
import { lastYearSentence, peakSentence, seriesName, trustSentence } from './forecast-sentences.ts';

/** A forecast as one HTML file: how high, when, why, and whether to believe it. */
export async function renderForecastHtml(report: ForecastReport): Promise<string> {
  const findings = forecastFindings(report);
  const drawn = await drawFigures([...forecastFigures(report, findings), ...launchFigures(report.launches)]);
  const markdown = [`## ${escapeMarkdown(peakSentence(report))}.`, ...advice(report).map((one) => `- ${escapeMarkdown(one)}`)].join('\n');
  return islandPage({
    title: `Peak of ${seriesName(report)}`,
    banner: banner(report),
    sections: forecastSections(report, findings, drawn),
    island: { figures: drawn.map(({ figure }) => figure), markdown: `${markdown}\n` },
    footer: { what: 'forecast of', id: `${seriesName(report)}, data to ${report.document.asOf}` },
  });
}

const advice = (report: ForecastReport): string[] => [
  ...[
    driversSentence(report),
    eventsSentence(report),
    coincidenceSentence(report),
    trustSentence(report),
    lastYearSentence(report),
    ...report.launches.map(({ launch }) => `Announced: ${launchSentence(launch)}`),
  ].flatMap((sentence) => (sentence === null ? [] : [`${sentence}.`])),
  ...report.document.warnings,
];

function banner(report: ForecastReport): Html {
  const { asOf, method, calendarVersion } = report.document;
  return html`<header class="banner" id="summary">
<h1>${keepUnits(peakSentence(report))}.</h1>
<ul class="advice">${advice(report).map((sentence) => html`<li>${keepUnits(sentence)}</li>`)}</ul>
<p class="meta">Data to ${asOf}; method: ${method}; calendar: ${calendarVersion}</p>
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`;
}
