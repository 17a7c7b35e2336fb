import wrapAnsi from 'wrap-ansi';

/**
 * A sentence as lines of at most `width` columns, broken between words; a word longer than that keeps a line of its own. Wide
 * characters (Hangul, Han, kana, emoji) count as two columns.
 *
 * @example wrapped('one two three', 7) // => ['one two', 'three']
 * @example wrapped('신청 마감', 8) // => ['신청', '마감']
 */
export function wrapped(text: string, width: number): string[] {
  if (!Number.isFinite(width)) return [text];
  // The indent of the first line stays; the spaces at a break belong to neither line.
  return wrapAnsi(text, width, { trim: false })
    .split('\n')
    .map((line, index) => (index === 0 ? line.trimEnd() : line.trim()));
}
