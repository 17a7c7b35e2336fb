/**
 * Places labels near where they want to be, at least `distance` apart and inside [low, high]: pushed down from the top, then up from the bottom.
 * Of equal wishes the later stands higher, as in a stack. Positions come back in the order given.
 * @example spread([10, 12, 50], 14, 0, 100) // => [10, 24, 50]
 * @example spread([98, 99], 14, 0, 100) // => [86, 100]
 */
export function spread(wanted: readonly number[], distance: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || b - a);
  const placed = new Array<number>(wanted.length);
  let next = low;
  for (const index of order) {
    placed[index] = Math.max(next, Math.min(wanted[index]!, high));
    next = placed[index]! + distance;
  }
  let last = high;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, last);
    last = placed[index]! - distance;
  }
  return placed;
}
