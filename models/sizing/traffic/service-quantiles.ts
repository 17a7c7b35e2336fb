import type { ServiceLaw } from '../../capacity/laws/service-law.ts';
import { crossing } from '../../numeric/search.ts';

/** Slices up to the 99th percentile and beyond it, where budgets are decided. */
const SLICES = { body: 200, beyond: 100, from: 0.99 };

/**
 * Service time that a share of all stays below, for drawing times from a law: the middles of 300 slices, a third of them beyond the 99th
 * percentile, scaled to the mean of the law.
 * @example serviceQuantiles({ mean: 3, cs2: 0, tail: (t) => (t < 3 ? 1 : 0), delayed: () => 0 })(0.5).toFixed(6) // => '3.000000'
 */
export function serviceQuantiles({ tail, mean }: ServiceLaw): (share: number) => number {
  const { body, beyond, from } = SLICES;
  const [wide, narrow] = [from / body, (1 - from) / beyond];
  const middles = Array.from({ length: body + beyond }, (_, i) => (i < body ? wide * (i + 0.5) : from + narrow * (i - body + 0.5)));
  const times = Float64Array.from(middles, (share) => crossing(tail, 1 - share, mean));
  const scale = mean / times.reduce((sum, time, i) => sum + time * (i < body ? wide : narrow), 0);
  for (let i = 0; i < times.length; i++) times[i]! *= scale;
  return (share) => times[Math.floor(share < from ? share / wide : body + (share - from) / narrow)]!;
}
