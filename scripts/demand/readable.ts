/**
 * A number as people read it: four significant digits, grouped.
 *
 * @example readable(1234567) // => '1,235,000'
 * @example readable(0.01234) // => '0.01234'
 */
export function readable(value: number): string {
  const rounded = Number(value.toPrecision(4));
  return Math.abs(rounded) >= 1_000 ? rounded.toLocaleString('en-US', { maximumFractionDigits: 0 }) : String(rounded);
}
