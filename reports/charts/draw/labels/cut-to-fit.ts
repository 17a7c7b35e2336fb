/**
 * The longest beginning of a text that fits, with an ellipsis where it was cut.
 * @example cutToFit('abcdef', (text) => text.length <= 4) // => 'abc…'
 */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
  const signs = [...text];
  for (let length = signs.length; length > 0; length--) {
    const cut = length === signs.length ? text : `${signs.slice(0, length).join('').trimEnd()}…`;
    if (fits(cut)) return cut;
  }
  return '';
}
