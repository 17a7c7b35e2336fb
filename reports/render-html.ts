import { readFile } from 'node:fs/promises';
import { drawFigures } from './charts/draw-figures.ts';
import { islandJson } from './format/data-island.ts';
import { html, trusted } from './format/html.ts';
import { bannerHtml } from './html/banner.ts';
import { fontsCss } from './html/fonts-css.ts';
import type { Island } from './html/island.ts';
import { pageHtml } from './html/page.ts';
import { pageFooterCss } from './html/page-footer.ts';
import { pageScript } from './html/script.ts';
import { contentsHtml, sectionHtml } from './html/section.ts';
import { sectionsOf } from './html/sections.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { ReportInput } from './report-input.ts';
import { findingsOf } from './words/findings.ts';

/**
 * The report as one HTML file: no network, readable without scripts, sharpened with them, printable on A4.
 * Scripts and styles are allowed by their hash only, so that text of the target could not run even if it came through.
 */
export async function renderHtml(report: ReportInput): Promise<string> {
  const findings = findingsOf(report);
  const drawn = await drawFigures(report);
  const sections = sectionsOf(report, findings, drawn);
  const island: Island = { figures: drawn.map(({ figure }) => figure), markdown: renderMarkdown(report) };
  const body = html`<a class="skip" href="#summary">To the summary</a>
<div class="page">
${contentsHtml(sections)}
<main>
${bannerHtml(report)}
${sections.map(sectionHtml)}
</main>
</div>
<script type="application/json" id="report-data">${trusted(islandJson(island))}</script>
`;
  // The text of the island is text of the page: its signs are all the glyphs a chart can draw.
  const style =
    (await fontsCss(body.markup.replace(/base64,[^"]*/g, ''))) +
    (await readFile(new URL('./html/style.css', import.meta.url), 'utf8')) +
    pageFooterCss(report.manifest.id);
  return pageHtml(`${report.verdict.verdict}: ${report.run.scenario}, ${report.run.profile}`, body, style, pageScript());
}
