import type { Axis } from './figure.ts';

/** 1, 2 or 5 × 10^k at or above a value: a whole decade of empty paper helps no one. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

/**
 * 1, 2 or 5 × 10^k at or below a positive value.
 * @example roundBelow(830) // => 500
 */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2].find((factor) => factor * power <= value) ?? 1) * power;
}

/** Powers of ten from `min` to `max`, with 2 and 5 between them while there are few. */
function decades(min: number, max: number): number[] {
  const span = Math.log10(max / min);
  const factors = span <= 1 ? [1, 2, 5] : span <= 2 ? [1, 3] : [1];
  const first = Math.floor(Math.log10(min) + 1e-9);
  const powers = Array.from({ length: Math.ceil(span) + 2 }, (_, index) => 10 ** (first + index));
  return powers.flatMap((power) => factors.map((factor) => factor * power)).filter((value) => value >= min * 0.999 && value <= max * 1.001);
}

/** Logarithmic axis from `min` to the round number above `largest`. */
export function logAxis(
  min: number,
  largest: number,
  words: Pick<Axis, 'title' | 'reads'> & { readonly label: (value: number) => string },
): Axis {
  const max = roundAbove(largest);
  const ticks = decades(min, max).map((value) => ({ value, label: words.label(value) }));
  return { scale: 'log', min, max, ticks, title: words.title, reads: words.reads };
}
