/**
 * A quantile as people call it; digits enough to tell it from 1.
 * @example percentileName(0.95) // => 'p95'
 * @example percentileName(0.9995) // => 'p99.95'
 */
export function percentileName(quantile: number): string {
  return `p${Number((quantile * 100).toFixed(6))}`;
}
