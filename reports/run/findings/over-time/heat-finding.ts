import type { HeatMap } from '../../../../models/results/series.ts';
import { sayNumber } from '../../../../models/words/count.ts';
import { sayTime } from '../../../../models/words/duration.ts';
import { shorten } from '../../../format/shorten.ts';

/** A tail is long when the slowest hundredth takes this many times the median. */
const LONG_TAIL = 10;

/** Where most requests lay and which step had the longest tail, as one sentence without its full stop. */
export function heatFinding(maps: readonly HeatMap[]): string {
  const spreads = maps.flatMap((map) => {
    const [median, tail] = [quantileOf(map, 0.5), quantileOf(map, 0.99)];
    return median !== null && tail !== null ? [{ title: shorten(map.title, 48), median, tail, ratio: tail / median }] : [];
  });
  const widest = spreads.sort((a, b) => b.ratio - a.ratio)[0];
  if (!widest) return 'No request was answered';
  if (widest.ratio < LONG_TAIL)
    return `Response times lay close together: the slowest hundredth took at most ${sayNumber(widest.ratio)} times the median (${widest.title})`;
  return `${widest.title} had the longest tail: half took up to ${sayTime(widest.median)}, one in a hundred more than ${sayTime(widest.tail)}`;
}

/** Upper edge of the row that holds the quantile, milliseconds; null for an empty map. */
function quantileOf(map: HeatMap, quantile: number): number | null {
  const rows = map.edges.slice(0, -1).map((_, row) => map.counts.reduce((sum, column) => sum + (column[row] ?? 0), 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [row, count] of rows.entries()) {
    seen += count;
    if (seen >= quantile * total) return map.edges[row + 1] ?? null;
  }
  return null;
}
