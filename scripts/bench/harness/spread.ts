/** Several measurements of one thing. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The middle of the values (the mean of the middle two when their number is even) and the range they lie in.
 *
 * @example spreadOf([3, 1, 2]) // => { median: 2, lowest: 1, highest: 3 }
 * @example spreadOf([1, 2]) // => { median: 1.5, lowest: 1, highest: 2 }
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('spread: must be of at least one value, got none');
  return { median: (low + high) / 2, lowest: sorted[0]!, highest: sorted[sorted.length - 1]! };
}

/**
 * The median, and the range when there is one.
 *
 * @example saySpread(spreadOf([1, 2, 4]), (value) => value.toFixed(1)) // => '2.0 (1.0–4.0)'
 * @example saySpread(spreadOf([2]), String) // => '2'
 */
export function saySpread({ median, lowest, highest }: Spread, say: (value: number) => string): string {
  const [middle, low, high] = [say(median), say(lowest), say(highest)];
  return low === high ? middle : `${middle} (${low}–${high})`;
}
