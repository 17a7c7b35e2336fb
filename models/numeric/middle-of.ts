/**
 * Median: the middle of some numbers, or of the two in the middle.
 * @example middleOf([3, 1, 2, 10]) // => 2.5
 */
export function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}
