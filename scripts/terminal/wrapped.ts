/** Characters that take two columns: Hangul, Han, kana and their full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

const columns = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/**
 * A sentence as lines of at most `width` columns, broken between words; a word longer than that keeps a line of its own.
 * @example wrapped('one two three', 7) // => ['one two', 'three']
 * @example wrapped('신청 마감', 8) // => ['신청', '마감']
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 1 + columns(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
