import { readFile } from 'node:fs/promises';
import { islandJson } from '../format/data-island.ts';
import { type Html, html, trusted } from '../format/html.ts';
import { fontsCss } from './fonts-css.ts';
import type { Island } from './island.ts';
import { pageHtml } from './page.ts';
import { pageFooterCss } from './page-footer.ts';
import { contentsHtml, type Section, sectionHtml } from './page-section.ts';
import { pageScript } from './script.ts';

/** What a page with sections and charts is made of. */
export interface PageParts {
  readonly title: string;
  readonly banner: Html;
  readonly sections: readonly Section[];
  readonly island: Island;
  /** What the footer of a printed page says: kind and id. */
  readonly footer: { readonly what: string; readonly id: string };
}

/** One HTML file: no network, readable without scripts, sharpened with them, printable on A4. */
export async function islandPage({ title, banner, sections, island, footer }: PageParts): Promise<string> {
  const body = html`<a class="skip" href="#summary">To the summary</a>
<div class="page">
${contentsHtml(sections)}
<main>
${banner}
${sections.map(sectionHtml)}
</main>
</div>
<script type="application/json" id="report-data">${trusted(islandJson(island))}</script>
`;
  // The text of the island is text of the page: its signs are all the glyphs a chart can draw.
  const style =
    (await fontsCss(body.markup.replace(/base64,[^"]*/g, ''))) +
    (await readFile(new URL('./style.css', import.meta.url), 'utf8')) +
    pageFooterCss(footer.what, footer.id);
  return pageHtml(title, body, style, pageScript());
}
