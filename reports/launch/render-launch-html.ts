import type { LaunchReport } from '../../models/results/forecast/forecast-report.ts';
import { drawFigures } from '../charts/png/draw-figures.ts';
import { type Html, html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';
import { escapeMarkdown } from '../format/markdown.ts';
import { shorten } from '../format/shorten.ts';
import { islandPage } from '../html/island-page.ts';
import { launchFigures, launchSections } from './launch-sections.ts';
import { crowdSentence, headlineSentence, widthSentence } from './launch-sentences.ts';

const LONGEST_NAME = 60;

/** Announced events without a series as one HTML file: how many a second, how many at once, from what, and how far off this may be. */
export async function renderLaunchHtml(report: LaunchReport): Promise<string> {
  const { document, launches } = report;
  const drawn = await drawFigures(launchFigures(launches));
  const headline = `${headlineSentence(launches.map(({ launch }) => launch))}.`;
  const advice = adviceOf(report);
  const markdown = [`## ${escapeMarkdown(headline)}`, ...advice.map((one) => `- ${escapeMarkdown(one)}`), ''].join('\n');
  const name = shorten(document.series, LONGEST_NAME);
  return islandPage({
    title: `Arrivals of ${name}`,
    banner: banner(report, headline, advice),
    sections: launchSections(launches, drawn),
    island: { figures: drawn.map(({ figure }) => figure), markdown },
    footer: { what: 'forecast of', id: `${name}, as of ${document.asOf}` },
  });
}

/** Of a single event, the crowd and the width; of several, that stands in the section of each. */
function adviceOf({ document: { warnings }, launches }: LaunchReport): string[] {
  const [only, ...more] = launches;
  if (only === undefined || more.length > 0) return [...warnings];
  return [`${crowdSentence(only.launch)}.`, `${widthSentence(only.launch)}.`, ...warnings];
}

function banner({ document: { asOf, method } }: LaunchReport, headline: string, advice: readonly string[]): Html {
  return html`<header class="banner" id="summary">
<h1>${keepUnits(headline)}</h1>
<ul class="advice">${advice.map((sentence) => html`<li>${keepUnits(sentence)}</li>`)}</ul>
<p class="meta">As of ${asOf}; method: ${method}; no series of past demand</p>
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`;
}
