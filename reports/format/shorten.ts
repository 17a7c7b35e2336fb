/**
 * Text cut to `limit` characters with an ellipsis in the middle, so that both ends stay readable; control signs become spaces.
 * @example shorten('a-step-with-a-long-name', 12) // => 'a-step…-name'
 */
export function shorten(text: string, limit: number): string {
  const signs = [...text.replace(/\p{Cc}+/gu, ' ')];
  if (signs.length <= limit) return signs.join('');
  const tail = Math.floor((limit - 1) / 2);
  return `${signs.slice(0, limit - 1 - tail).join('')}…${signs.slice(signs.length - tail).join('')}`;
}
