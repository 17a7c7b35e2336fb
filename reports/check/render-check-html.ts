import type { HitRate, PredictionCheck } from '../../models/results/forecast/prediction-check.ts';
import { sayAmount } from '../../models/words/amount.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayShare } from '../../models/words/share.ts';
import type { Table } from '../charts/figure/figure.ts';
import { drawFigures } from '../charts/png/draw-figures.ts';
import { html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';
import { escapeMarkdown } from '../format/markdown.ts';
import { shorten } from '../format/shorten.ts';
import { dayOfTime, dayText } from '../format/time/calendar-day.ts';
import { withoutStop } from '../format/without-stop.ts';
import { figureHtml } from '../html/figure-html.ts';
import { islandPage } from '../html/island-page.ts';
import type { Section } from '../html/page-section.ts';
import { tableHtml } from '../html/table.ts';
import { calibrationFigure } from './calibration-figure.ts';

const LONGEST_NAME = 60;
const NAMES = { low: 'too low', high: 'too cautious', fine: 'as stated' } as const;

/** Which claims held, as one page with its chart of calibration. `advice` is the sentence of what to do. */
export async function renderCheckHtml(check: PredictionCheck, advice: string): Promise<string> {
  const judged = check.claims.filter(({ actual }) => actual !== null);
  const answer = `${heldSentence(check.rates)} ${advice}`;
  const figure = calibrationFigure(
    check.rates.map(({ level, hits, claims, interval }) => ({ level, share: hits / claims, low: interval.low, high: interval.high })),
    {
      name: 'calibration',
      subtitle: 'Share of peaks that came at or below each quantile, with its 95 % interval, against what was stated',
      finding: answer,
      table: ratesTable(check.rates),
    },
  );
  const drawn = await drawFigures(figure === null ? [] : [figure]);
  const sections: Section[] = [
    {
      id: 'calibration',
      name: 'Were the quantiles right?',
      finding: withoutStop(heldSentence(check.rates)),
      body: html`${figureHtml(drawn, 'calibration')}${check.rates.length > 0 ? tableHtml(ratesTable(check.rates)) : null}`,
    },
    {
      id: 'claims',
      name: 'The claims',
      finding: `Of ${sayCount(check.claims.length)} claims, the windows of ${sayCount(judged.length)} can be judged by the file`,
      body: tableHtml(claimsTable(check)),
    },
  ];
  return islandPage({
    title: `Claims about ${shorten(check.series, LONGEST_NAME)}`,
    banner: html`<header class="banner" id="summary"><h1>${keepUnits(answer)}</h1>
<ul class="advice">${check.warnings.map((warning) => html`<li>${warning}</li>`)}</ul>
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`,
    sections,
    island: { figures: drawn.map((one) => one.figure), markdown: `${escapeMarkdown(answer)}\n` },
    footer: { what: 'claims about', id: shorten(check.series, LONGEST_NAME) },
  });
}

function heldSentence(rates: readonly HitRate[]): string {
  const upper = rates.find(({ level }) => level === 0.9);
  return upper === undefined ? 'Nothing can be judged yet.' : `${upper.hits} of ${upper.claims} peaks stayed at or below P90.`;
}

const ratesTable = (rates: readonly HitRate[]): Table => ({
  caption: 'Hit rates with their 95 % interval (Wilson)',
  header: ['quantile', 'at or below', 'of', 'share', 'from', 'to', 'judgement'],
  rows: rates.map(({ level, hits, claims, interval, judgement }) => [
    `P${sayCount(100 * level)}`,
    sayCount(hits),
    sayCount(claims),
    sayShare(hits / claims),
    sayShare(interval.low),
    sayShare(interval.high),
    NAMES[judgement],
  ]),
});

const claimsTable = ({ claims }: PredictionCheck): Table => ({
  caption: 'Claims and what came',
  header: ['series', 'from', 'to', 'as of', 'P50', 'P90', 'P99', 'what came', 'within P90'],
  rows: claims.map(({ series, window, asOf, quantiles, actual, because }) => [
    shorten(series, LONGEST_NAME),
    dayText(dayOfTime(window.from)),
    dayText(dayOfTime(window.to)),
    asOf,
    ...[quantiles.p50, quantiles.p90, quantiles.p99].map(sayAmount),
    sayAmount(actual),
    actual === null ? (because ?? '').replaceAll('-', ' ') : actual <= quantiles.p90 ? 'yes' : 'no',
  ]),
});
