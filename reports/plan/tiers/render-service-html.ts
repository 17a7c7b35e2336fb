import type { ServicePlanFile } from '../../../models/results/plan/service-plan.ts';
import { drawFigures } from '../../charts/png/draw-figures.ts';
import { html } from '../../format/html.ts';
import { keepUnits } from '../../format/keep-units.ts';
import { escapeMarkdown } from '../../format/markdown.ts';
import { withoutStop } from '../../format/without-stop.ts';
import { figureHtml } from '../../html/figure-html.ts';
import { islandPage } from '../../html/island-page.ts';
import type { Section } from '../../html/page-section.ts';
import { tableHtml } from '../../html/table.ts';
import { tierFigures } from './tier-figure.ts';
import { classHeader, classRows, curveSentence, needsSentence, serviceSentences, tierHeader, tierRows } from './tier-words.ts';

/** The plan of a service with tiers as one HTML file: the answer, every tier, every class, and what nodes buy. */
export async function renderServiceHtml(plan: ServicePlanFile): Promise<string> {
  const drawn = await drawFigures(tierFigures(plan));
  const [answer = '', ...further] = serviceSentences(plan);
  const advice = [...further, ...plan.warnings];
  const markdown = [`## ${escapeMarkdown(answer)}`, ...advice.map((one) => `- ${escapeMarkdown(one)}`), ''].join('\n');
  const sections: Section[] = [
    {
      id: 'tiers',
      name: 'What each tier needs',
      finding: withoutStop(needsSentence(plan)),
      body: tableHtml({ caption: 'Tiers at the peak', header: tierHeader, rows: tierRows(plan) }),
    },
    {
      id: 'classes',
      name: 'What each class takes',
      finding: 'The time of a class is the sum of its times at the tiers',
      body: html`<p>Tiers are taken as independent of each other; the last column holds however they depend on each other.</p>${tableHtml({ caption: 'Classes at the peak', header: classHeader, rows: classRows(plan) })}`,
    },
    ...plan.curves.map(
      (curve, i): Section => ({
        id: `nodes-${i + 1}`,
        name: `What ${curve.tier} nodes buy`,
        finding: withoutStop(curveSentence(curve)),
        body: html`${figureHtml(drawn, `tier-${i + 1}`)}`,
      }),
    ),
  ];
  return islandPage({
    title: 'Plan of a service with tiers',
    banner: html`<header class="banner" id="summary">
<h1>${keepUnits(answer)}</h1>
<ul class="advice">${advice.map((sentence) => html`<li>${keepUnits(sentence)}</li>`)}</ul>
<p class="meta">Peak: ${plan.peak.ground}. Tiers described by hand.</p>
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`,
    sections,
    island: { figures: drawn.map(({ figure }) => figure), markdown },
    footer: { what: 'plan of', id: `${plan.tiers.length} tiers` },
  });
}
