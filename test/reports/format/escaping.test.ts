import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { islandJson } from '../../../reports/format/data-island.ts';
import { escapeHtml, html } from '../../../reports/format/html.ts';
import { escapeMarkdown, markdownTable } from '../../../reports/format/markdown.ts';
import { shorten } from '../../../reports/format/shorten.ts';
import { pageFooterCss } from '../../../reports/html/page-footer.ts';

const HOSTILE = '</script><script>alert(1)</script>';

describe('html', () => {
  it('leaves text that needs no escape as it is, Hangul included', () => expect(escapeHtml('카드 등록 4.8 s')).toBe('카드 등록 4.8 s'));

  it('escapes every inserted string, also in attributes and lists', () => {
    const page = html`<a title="${'" onclick="x'}">${[HOSTILE, html`<b>${'&'}</b>`]}</a>`;
    expect(page.markup).toBe('<a title="&quot; onclick=&quot;x">&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;<b>&amp;</b></a>');
  });

  it('leaves no sign that could open or close markup, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.markup).not.toMatch(/[<>"'`]/);
      }),
    );
  });
});

describe('data island', () => {
  it('cannot end its element and reads back as it was, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = islandJson({ text: `${HOSTILE}${text}\u2028` });
        expect(json).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(json)).toEqual({ text: `${HOSTILE}${text}\u2028` });
      }),
    );
  });
});

describe('Markdown', () => {
  it('gives no link, image, mention, markup or second line', () => {
    expect(escapeMarkdown('[a](http://x) ![b] @team `c` *d* www.x.y\n# e')).toBe(
      '\\[a\\](http:\u200b//x) \\!\\[b\\] @\u200bteam \\`c\\` \\*d\\* www\u200b.x.y \\# e',
    );
  });

  it('keeps a table a table, whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), (cells) => {
        const lines = markdownTable(['a', 'b'], [cells]).split(/\r?\n/);
        expect(lines).toHaveLength(3);
        // Cell separators are bars that no backslash precedes: three a row.
        for (const line of lines) expect(line.replace(/\\./g, '').split('|')).toHaveLength(4);
      }),
    );
  });
});

describe('shortened text', () => {
  it('has at most the signs it may have, no control signs, and whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 50 }), (text, limit) => {
        const short = shorten(text, limit);
        expect([...short].length).toBeLessThanOrEqual(limit);
        expect(short).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('page footer', () => {
  it('escapes a run id that would leave its CSS string or its element', () => {
    const css = pageFooterCss('run', 'a"; } </style><script>\\');
    expect(css).not.toMatch(/<|"; }/);
    expect(css).toContain('surgeproof run a');
  });
});
