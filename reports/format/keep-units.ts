/**
 * A sentence in which no line can end between a number and its unit.
 * @example keepUnits('after 46 s, 12 % of 3 people') // => 'after 46\u00a0s, 12\u00a0% of 3 people'
 */
export function keepUnits(text: string): string {
  return text.replace(/(\d) (?=(?:ms|s|min|h|MiB|cores)\b|%)/g, '$1\u00a0');
}
