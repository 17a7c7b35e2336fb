import type { LaunchPicture } from '../../models/results/forecast/launch-picture.ts';
import type { Figure } from '../charts/figure/figure.ts';
import type { DrawnFigure } from '../charts/png/draw-figures.ts';
import { html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';
import { figureHtml } from '../html/figure-html.ts';
import type { Section } from '../html/page-section.ts';
import { tableHtml } from '../html/table.ts';
import { arrivalsFigure } from './arrivals-figure.ts';
import { crowdSentence, furtherLaunchSentences, launchName, launchSentence, widthSentence } from './launch-sentences.ts';
import { analoguesTable, numbersTable, quantilesTable } from './launch-tables.ts';
import { poolFigure } from './pool-figure.ts';
import { rehearseCommand } from './rehearse-command.ts';

const LONGEST_ENTRY = 32;
/** The quantile `rehearse` takes where nothing is said. */
const USUAL_QUANTILE = 'p95';

const idOf = (i: number): string => `launch-${i + 1}`;

/** The charts of announced events: arrivals and the queue, and what the answer rests on. */
export const launchFigures = (launches: readonly LaunchPicture[]): Figure[] =>
  launches.flatMap((picture, i) => [
    arrivalsFigure(picture, `${idOf(i)}-arrivals`, `${launchSentence(picture.launch)}.`),
    poolFigure(picture, `${idOf(i)}-pool`, `${widthSentence(picture.launch)}.`),
  ]);

/** One section an announced event: the answer, its curves, why it is so wide, what it was made with, and how to rehearse it. */
export const launchSections = (launches: readonly LaunchPicture[], drawn: readonly DrawnFigure[]): Section[] =>
  launches.map((picture, i) => ({
    id: idOf(i),
    name: launchName(picture.launch, LONGEST_ENTRY),
    finding: launchSentence(picture.launch),
    body: html`<p>${keepUnits(crowdSentence(picture.launch))}.</p>
${figureHtml(drawn, `${idOf(i)}-arrivals`)}
${tableHtml(quantilesTable(picture))}
<p>${keepUnits(widthSentence(picture.launch))}.</p>
${figureHtml(drawn, `${idOf(i)}-pool`)}
${tableHtml(analoguesTable(picture))}
<ul>${furtherLaunchSentences(picture.launch).map((one) => html`<li>${keepUnits(one)}.</li>`)}</ul>
${tableHtml(numbersTable(picture))}
<p>To rehearse it, with the path of the <code>forecast.json</code> beside this page:</p>
<pre>${rehearseCommand('forecast.json', USUAL_QUANTILE, launches.length > 1 ? picture.launch.name : null)}</pre>`,
  }));
