import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { drawFigures } from '../charts/png/draw-figures.ts';
import { type Html, html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';
import { escapeMarkdown } from '../format/markdown.ts';
import { islandPage } from '../html/island-page.ts';
import { planFigures } from './plan-figures.ts';
import { planSections } from './plan-sections.ts';
import { planSentences } from './plan-sentences.ts';

/** A plan as one HTML file: the answer, what it rests on, and the form of the standard. */
export async function renderPlanHtml(plan: PlanFile): Promise<string> {
  const drawn = await drawFigures(planFigures(plan));
  const [answer = '', ...further] = planSentences(plan);
  const advice = [...further, ...plan.warnings];
  const markdown = [`## ${escapeMarkdown(answer)}`, ...advice.map((one) => `- ${escapeMarkdown(one)}`), ''].join('\n');
  return islandPage({
    title: `Plan: ${plan.recommended} nodes`,
    banner: banner(plan, answer, advice),
    sections: planSections(plan, drawn),
    island: { figures: drawn.map(({ figure }) => figure), markdown },
    footer: { what: 'plan of', id: `${sayCount(plan.recommended)} nodes` },
  });
}

const banner = (plan: PlanFile, answer: string, advice: readonly string[]): Html => html`<header class="banner" id="summary">
<h1>${keepUnits(answer)}</h1>
<ul class="advice">${advice.map((sentence) => html`<li>${keepUnits(sentence)}</li>`)}</ul>
<p class="meta">Peak: ${plan.peak.ground}. ${plan.fit ? `Measured on ${plan.fit.target}.` : 'Node described by hand.'}</p>
${plan.fit?.simulated ? html`<p class="simulated">Simulated service times: the target is not a real service.</p>` : null}
<button type="button" data-copy hidden>Copy summary as Markdown</button>
</header>
`;
