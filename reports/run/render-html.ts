import { islandPage } from '../html/island-page.ts';
import { runImages } from './figures/run-images.ts';
import { findingsOf } from './findings/findings.ts';
import type { ReportInput } from './input/report-input.ts';
import { renderMarkdown } from './render-markdown.ts';
import { bannerHtml } from './sections/banner.ts';
import { sectionsOf } from './sections/run-sections.ts';

/**
 * The report as one HTML file: no network, readable without scripts, sharpened with them, printable on A4.
 * Scripts and styles are allowed by their hash only, so that text of the target could not run even if it came through.
 */
export async function renderHtml(report: ReportInput): Promise<string> {
  const drawn = await runImages(report);
  return islandPage({
    title: `${report.verdict.verdict}: ${report.run.surge}, ${report.run.profile}`,
    banner: bannerHtml(report),
    sections: sectionsOf(report, findingsOf(report), drawn),
    island: { figures: drawn.map(({ figure }) => figure), markdown: renderMarkdown(report) },
    footer: { what: 'run', id: report.manifest.id },
  });
}
