/**
 * A sentence as lines of at most `width` columns, broken between words; a word longer than that keeps a line of its own.
 * @example wrapped('one two three', 7) // => ['one two', 'three']
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
