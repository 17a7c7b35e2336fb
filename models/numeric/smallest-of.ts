const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Smallest value of a function with one valley in a range, by golden section.
 * @example smallestOf((x) => (x - 2) ** 2 + 1, [0, 10], 60).value // => 1
 */
export function smallestOf(
  valueAt: (x: number) => number,
  [from, to]: readonly [number, number],
  steps: number,
): { at: number; value: number } {
  let [low, high] = [from, to];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [valueAt(left), valueAt(right)];
  for (let i = 0; i < steps; i++) {
    // Equal values: both lie on a plateau of impossible values above the valley, which is then to the left.
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = valueAt(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = valueAt(right);
    }
  }
  return atLeft <= atRight ? { at: left, value: atLeft } : { at: right, value: atRight };
}
