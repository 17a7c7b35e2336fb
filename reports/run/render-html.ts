import { islandPage } from '../html/island-page.ts';
import { bannerHtml } from './banner.ts';
import { drawFigures } from './figures/draw-run-figures.ts';
import { findingsOf } from './findings/findings.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { ReportInput } from './report-input.ts';
import { sectionsOf } from './sections/run-sections.ts';

/**
 * The report as one HTML file: no network, readable without scripts, sharpened with them, printable on A4.
 * Scripts and styles are allowed by their hash only, so that text of the target could not run even if it came through.
 */
export async function renderHtml(report: ReportInput): Promise<string> {
  const drawn = await drawFigures(report);
  return islandPage({
    title: `${report.verdict.verdict}: ${report.run.scenario}, ${report.run.profile}`,
    banner: bannerHtml(report),
    sections: sectionsOf(report, findingsOf(report), drawn),
    island: { figures: drawn.map(({ figure }) => figure), markdown: renderMarkdown(report) },
    footer: { what: 'run', id: report.manifest.id },
  });
}
