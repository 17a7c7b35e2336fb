import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { PRETENDARD } from '../charts/pretendard.ts';

/** Printable ASCII is always in: tooltips compose numbers and units that no text of the page holds yet. */
const ALWAYS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** OpenType features that a browser applies by itself, and the digits of one width that the style asks for. The others hold alternative glyphs that nothing shows. */
const FEATURES = ['ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'liga', 'clig', 'calt', 'kern', 'ljmo', 'vjmo', 'tjmo', 'tnum'];

/**
 * Font faces with the glyphs of `text` only, two weights, as data URLs.
 * Not compressed: with these features alone a face is as large as one in WOFF with all of them, for a third of the processor time.
 */
export async function fontsCss(text: string): Promise<string> {
  const glyphs = [...new Set(ALWAYS + text)].join('');
  const faces = await Promise.all(
    PRETENDARD.map(async (font) =>
      face(font.weight, await subsetFont(await readFile(font.path), glyphs, { targetFormat: 'sfnt', keepFeatures: FEATURES })),
    ),
  );
  return faces.join('');
}

const face = (weight: number, otf: Buffer): string =>
  `@font-face { font-family: Pretendard; font-weight: ${weight}; src: url(data:font/otf;base64,${otf.toString('base64')}) format("opentype"); }\n`;
