import { readFile } from 'node:fs/promises';
import type { PlanFile } from '../models/results/plan.ts';
import { CHART_WIDTH, type DrawnFigure } from './charts/draw-figures.ts';
import { drawPng } from './charts/draw-png.ts';
import { islandJson } from './format/data-island.ts';
import { duration } from './format/duration.ts';
import { type Html, html, trusted } from './format/html.ts';
import { keepUnits } from './format/keep-units.ts';
import { percent, threeDigits, whole } from './format/number.ts';
import { figureHtml } from './html/figure.ts';
import { fontsCss } from './html/fonts-css.ts';
import { pageHtml } from './html/page.ts';
import { pageFooterCss } from './html/page-footer.ts';
import { pageScript } from './html/script.ts';
import { tableHtml } from './html/table.ts';
import { planFigures } from './plan/plan-figures.ts';
import { standardTable } from './plan/standard-table.ts';
import { planSentences, SITUATION_WORDS } from './words/plan-sentences.ts';

/** A plan as one HTML file: the answer, what it rests on, and the form of the standard. */
export async function renderPlanHtml(plan: PlanFile): Promise<string> {
  const drawn: DrawnFigure[] = [];
  for (const figure of planFigures(plan)) drawn.push({ figure, png: await drawPng(figure, CHART_WIDTH) });
  const [answer, ...further] = planSentences(plan);
  const island = { figures: drawn.map(({ figure }) => figure), markdown: [answer, ...further].join('\n') };
  const body = html`<div class="page"><main>
<header class="banner" id="summary"><h1>${keepUnits(answer ?? '')}</h1>
<ul class="advice">${further.map((sentence) => html`<li>${keepUnits(sentence)}</li>`)}</ul>
${plan.warnings.length > 0 ? html`<ul class="advice">${plan.warnings.map((warning) => html`<li>${keepUnits(warning)}</li>`)}</ul>` : null}
<p class="meta">Peak: ${plan.peak.ground}. ${plan.fit ? `Measured on ${plan.fit.target}.` : 'Node described by hand.'}</p>
${plan.fit?.simulated ? html`<p class="simulated">Simulated service times: the target is not a real service.</p>` : null}
</header>
${section('How many nodes', answerTables(plan), figureHtml(drawn, 'latency-against-nodes'), figureHtml(drawn, 'demand-against-capacity'))}
${section('What drives it', figureHtml(drawn, 'drivers'), assumptions(plan))}
${plan.fit ? section('What was measured', figureHtml(drawn, 'fit'), models(plan), steps(plan)) : null}
${section('With a waiting room', figureHtml(drawn, 'drain'))}
${section('규모산정 (TTAK.KO-10.0292)', html`<p>${plan.standard.measured.sentence}</p>`, html`<ul>${plan.standard.warnings.map((one) => html`<li>${one}</li>`)}</ul>`, standardTable(plan.standard))}
</main></div>
<script type="application/json" id="report-data">${trusted(islandJson(island))}</script>
`;
  const style =
    (await fontsCss(body.markup.replace(/base64,[^"]*/g, ''))) +
    (await readFile(new URL('./html/style.css', import.meta.url), 'utf8')) +
    pageFooterCss('plan');
  return pageHtml(`Plan: ${plan.recommended} nodes`, body, style, pageScript());
}

const section = (title: string, ...parts: readonly (Html | null)[]): Html => html`<section><h2>${title}</h2>${parts}</section>
`;

function answerTables(plan: PlanFile): Html {
  const levels = plan.levels.map((one) => [
    percent(one.confidence),
    whole(one.nodes),
    whole(one.peakRate),
    percent(one.utilisation),
    duration(one.p50),
    duration(one.budgeted),
    percent(one.probability),
  ]);
  const header = ['confidence', 'nodes', 'peak, /s', 'utilisation', 'p50', `p${plan.budget.percentile}`, 'budget holds'];
  const situations = plan.situations.map((one) => [SITUATION_WORDS[one.name], whole(one.nodes), one.reason]);
  return html`${tableHtml({ caption: 'Nodes by confidence', header, rows: levels })}${tableHtml({ caption: 'Nodes by situation', header: ['situation', 'nodes', 'because'], rows: situations })}`;
}

const assumptions = ({ assumptions: list }: PlanFile): Html | null =>
  list.length === 0
    ? null
    : tableHtml({
        caption: 'Assumed, not known',
        header: ['what', 'value', 'ground'],
        rows: list.map((one) => [
          one.name,
          one.name === 'confidence' ? percent(one.value) : `${threeDigits(one.value)} ${one.unit}`.trim(),
          one.source,
        ]),
      });

function models({ fit }: PlanFile): Html {
  const rows = (fit?.models ?? []).map((one) => [
    one.name,
    threeDigits(one.aicc),
    one.topStepError === null ? 'says it saturates' : percent(one.topStepError),
    threeDigits(one.saturationRate),
  ]);
  return tableHtml({
    caption: 'Models, the best first',
    header: ['model', 'AICc', 'error of the left-out top step', 'saturation of a node, /s'],
    rows,
  });
}

function steps({ fit }: PlanFile): Html {
  const rows = (fit?.steps ?? []).map((one) => [one.name, threeDigits(one.rate), one.used ? 'fitted' : 'left out', one.reason ?? '']);
  return tableHtml({ caption: 'Steps', header: ['step', 'answered, /s', 'use', 'reason'], rows });
}
