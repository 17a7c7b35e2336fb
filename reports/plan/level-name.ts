/**
 * The peak that is not exceeded with a confidence.
 *
 * @example levelName(0.95) // => 'P95'
 */
export const levelName = (confidence: number): string => `P${Number((100 * confidence).toPrecision(3))}`;
