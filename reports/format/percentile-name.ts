/**
 * A quantile as people call it, with two digits of what lies beyond it.
 * @example percentileName(0.95) // => 'p95'
 * @example percentileName(0.9995) // => 'p99.95'
 * @example percentileName(0.99996594) // => 'p99.9966'
 */
export function percentileName(quantile: number): string {
  const beyond = 100 * (1 - quantile);
  const decimals = beyond > 0 && beyond < 10 ? 1 + Math.ceil(-Math.log10(beyond) - 1e-9) : 1;
  return `p${Number((100 * quantile).toFixed(Math.max(1, decimals)))}`;
}
