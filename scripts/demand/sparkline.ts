const BLOCKS = '▁▂▃▄▅▆▇█';

/**
 * Heights of values, one character each.
 *
 * @example sparkline([1, 2, 3]) // => '▁▅█'
 */
export function sparkline(values: readonly number[]): string {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return values.map((value) => BLOCKS[Math.round(((value - low) / span) * (BLOCKS.length - 1))]).join('');
}
