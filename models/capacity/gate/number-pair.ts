/** Two numbers of a step that must agree, and do not. */
export interface NumberPair {
  /** Name of the step. */
  readonly name: string;
  /** The first over the second. */
  readonly ratio: number;
  /** Both with their units, and what was expected of them. */
  readonly sentence: string;
}

/** Factors that a wrong unit makes, and its words. */
const FACTORS: readonly (readonly [number, string])[] = [
  [1000, 'seconds and milliseconds'],
  [1e6, 'seconds and microseconds'],
  [60, 'seconds and minutes'],
  [3600, 'seconds and hours'],
  [60_000, 'milliseconds and minutes'],
];

/** A ratio this near to a factor, as a share of it, is that factor. */
const NEAR = 0.15;

/**
 * Guess at the wrong unit behind a ratio that should be 1; null when no usual factor is near.
 * @example unitBehind(0.00101) // => 'a factor of 1,000: seconds and milliseconds may be mixed up'
 */
export function unitBehind(ratio: number): string | null {
  const factor = Math.max(ratio, 1 / ratio);
  const [near, words] = FACTORS.find(([one]) => Math.abs(Math.log(factor / one)) < NEAR) ?? [];
  return near === undefined ? null : `a factor of ${near.toLocaleString('en')}: ${words} may be mixed up`;
}

/** A number in a sentence: three digits. */
export const digits = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });

/**
 * True when a ratio is further from 1 than a tolerance, on the scale of logarithms: half is as far as twice.
 * @example disagree(0.8, 0.15) // => true
 */
export const disagree = (ratio: number, tolerance: number): boolean => Math.abs(Math.log(ratio)) > Math.log1p(tolerance);
