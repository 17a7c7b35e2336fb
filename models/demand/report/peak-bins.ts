import type { PeakBin } from '../../results/forecast/forecast-report.ts';
import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';

const BINS = 28;
/** Values beyond these quantiles count into the outermost bins, so that a few extreme futures do not compress the others. */
const [LOWEST, HIGHEST] = [0.002, 0.998];

/**
 * Histogram of the maxima of joint futures, in bins of equal width.
 *
 * @param maxima in units of the series, any order
 * @example peakBins([1, 1, 1]).map(({ share }) => share) // => [1]
 */
export function peakBins(maxima: ArrayLike<number>): PeakBin[] {
  const sorted = Float64Array.from(maxima).sort();
  const [low, high] = [interpolatedQuantile(sorted, LOWEST), interpolatedQuantile(sorted, HIGHEST)];
  if (!(high > low)) return [{ from: low, to: low, share: 1 }];
  const width = (high - low) / BINS;
  const shares = new Float64Array(BINS);
  for (const value of sorted) shares[Math.min(BINS - 1, Math.max(0, Math.floor((value - low) / width)))]! += 1 / sorted.length;
  return Array.from(shares, (share, i) => ({ from: low + i * width, to: low + (i + 1) * width, share }));
}
