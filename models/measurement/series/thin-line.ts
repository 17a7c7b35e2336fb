import type { Line } from '../../results/series.ts';

/** Points a chart can show side by side. */
const MOST_POINTS = 1_000;

/**
 * A value per second as a line of at most 1,000 points: each stretch keeps its lowest and its highest value, in their order, so that
 * spikes survive. Where no thinning is needed every second is a point.
 *
 * @example thinLine([5, 9, 1, 4], 2).y // => [9, 1]
 */
export function thinLine(values: ArrayLike<number>, most = MOST_POINTS): Line {
  if (values.length <= most)
    return lineOf(
      values,
      Array.from({ length: values.length }, (_, i) => i),
    );
  const stretches = Math.floor(most / 2);
  const kept: number[] = [];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * values.length) / stretches);
    const to = Math.floor(((stretch + 1) * values.length) / stretches);
    let lowest = from;
    let highest = from;
    for (let i = from; i < to; i++) {
      if (values[i]! < values[lowest]!) lowest = i;
      if (values[i]! > values[highest]!) highest = i;
    }
    kept.push(...(lowest === highest ? [lowest] : [Math.min(lowest, highest), Math.max(lowest, highest)]));
  }
  return lineOf(values, kept);
}

const lineOf = (values: ArrayLike<number>, at: readonly number[]): Line => ({ x: at, y: at.map((i) => values[i]!) });

/**
 * At most `most` items of a list, evenly spread, the first and the last among them.
 *
 * @example evenSample([1, 2, 3, 4, 5], 3) // => [1, 3, 5]
 */
export function evenSample<T>(items: readonly T[], most = MOST_POINTS): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))]!);
}
