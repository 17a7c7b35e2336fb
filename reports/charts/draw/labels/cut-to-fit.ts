/**
 * The longest beginning of a text that fits, with an ellipsis where it was cut.
 * @example cutToFit('abcdef', (text) => text.length <= 4) // => 'abc…'
 */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const signs = [...text];
  const cut = (length: number): string => `${signs.slice(0, length).join('').trimEnd()}…`;
  // By halving: a folder of somebody else may hold a title of any length.
  let [fitting, tooLong] = [0, signs.length];
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >>> 1;
    if (fits(cut(middle))) fitting = middle;
    else tooLong = middle;
  }
  return fitting === 0 ? '' : cut(fitting);
}
