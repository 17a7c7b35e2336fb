import { type Html, html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';

/** A part of the page: its place in the contents, what was found, and the evidence. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly finding: string;
  /** Language of the section where it is not that of the page. */
  readonly lang?: 'ko';
  readonly body: Html;
}

/** A section with its topic above the finding; the finding is the heading. */
export function sectionHtml({ id, name, finding, lang, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"${lang === undefined ? null : html` lang="${lang}"`}>
<p class="topic"><a href="#${id}">${name}</a></p>
<h2 id="${id}-heading">${keepUnits(finding)}.</h2>
${body}
</section>
`;
}

/** The list of sections, sticky on wide screens. */
export function contentsHtml(sections: readonly Section[]): Html {
  const item = ({ id, name }: Section): Html => html`<li><a href="#${id}">${name}</a></li>`;
  return html`<nav class="contents" aria-label="Contents"><ol>${sections.map(item)}</ol></nav>`;
}
