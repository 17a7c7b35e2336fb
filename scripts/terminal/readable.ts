import type { PeakQuantiles } from '../../models/results/forecast/peak-quantiles.ts';

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

/** The middle of a distribution and its upper end, for a sentence. */
export const readableQuantiles = ({ p50, p90, p99 }: PeakQuantiles): string =>
  `${readable(p50)} (P50), ${readable(p90)} (P90), ${readable(p99)} (P99)`;

/** A share in whole per cent. */
export const readableShare = (share: number | null): string => (share === null ? 'unknown' : `${Math.round(share * 100)} %`);
