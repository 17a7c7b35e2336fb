/**
 * Quantile of values[rows[from … to)], the smallest value with at least that share at or below it.
 *
 * @example quantileOfPart(Float64Array.of(5, 9, 1), Int32Array.of(0, 1, 2), 0, 3, 0.5) // => 5
 */
export function quantileOfPart(values: Float64Array, rows: Int32Array, from: number, to: number, level: number): number {
  const part = new Float64Array(to - from);
  for (let i = from; i < to; i++) part[i - from] = values[rows[i]!]!;
  part.sort();
  return part[Math.min(part.length - 1, Math.floor(level * part.length))]!;
}
