const NORMAL_975 = 1.959964;
/** Fewer degrees of freedom have no spread to speak of. */
const FEWEST_FREE = 2;

/** 97.5 % quantile of Student's t by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5): within 4 % for 2 degrees of freedom and more. */
function student975(free: number): number {
  const z = NORMAL_975;
  return (
    z +
    (z ** 3 + z) / (4 * free) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * free ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * free ** 3)
  );
}

/**
 * How much wider the interval of a new value is than the spread of n past ones: with few of them, or many methods weighed on them, more.
 *
 *   t₀.₉₇₅(n − methods) / z₀.₉₇₅ · √(1 + 1/n)
 *
 * @param windows independent past windows
 * @param methods what was fitted on them
 * @example predictiveFactor(52, 5).toFixed(3) // => '1.036'
 */
export function predictiveFactor(windows: number, methods: number): number {
  return (student975(Math.max(FEWEST_FREE, windows - methods)) / NORMAL_975) * Math.sqrt(1 + 1 / Math.max(windows, 1));
}
