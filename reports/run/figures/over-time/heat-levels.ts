const LEVELS = 9;

const twoDigits = (value: number): number => Number(value.toPrecision(value < 10 ? 1 : 2));

/**
 * Lower bounds of the colour levels of a heat map, equally spaced in logarithm: a cell with a hundred requests must not hide one with two.
 * At most nine, whole, ascending, each once.
 * @example heatLevels(4) // => [1, 2, 3, 4]
 * @example heatLevels(256) // => [1, 2, 3, 6, 12, 22, 40, 75, 140]
 */
export function heatLevels(most: number): number[] {
  if (most < 1) return [];
  if (most <= LEVELS) return Array.from({ length: most }, (_, index) => index + 1);
  const bounds = Array.from({ length: LEVELS }, (_, index) => Math.round(twoDigits(most ** (index / LEVELS))));
  return [...new Set(bounds)];
}
