/**
 * Kendall's rank correlation of two lists of equal length: 1 same order, −1 reversed.
 *
 *   τ = (C − D) / (C + D)
 *
 *   C, D  pairs in the same and in the opposite order
 *
 * Pairs tied in either list are left out (Goodman and Kruskal's γ): people let in at the same instant did not overtake each other,
 * and τ-b would punish a line that lets people in by groups. Null when no pair is left.
 * O(n log n): D is the number of exchanges a merge sort by the second list needs after sorting by the first.
 *
 * Source: M. G. Kendall, A new measure of rank correlation, Biometrika 30 (1938); W. R. Knight, JASA 61 (1966) for the algorithm.
 * @example kendallTau([1, 2, 3], [10, 30, 20]) // => 0.3333333333333333
 */
export function kendallTau(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const order = Array.from({ length: first.length }, (_, i) => i).sort((a, b) => first[a]! - first[b]! || second[a]! - second[b]!);
  const byFirst = Float64Array.from(order, (i) => first[i]!);
  const bySecond = Float64Array.from(order, (i) => second[i]!);
  const tiedInFirst = tiedPairs(order.length, (i, j) => byFirst[i] === byFirst[j]);
  const tiedInBoth = tiedPairs(order.length, (i, j) => byFirst[i] === byFirst[j] && bySecond[i] === bySecond[j]);
  const discordant = sortCountingExchanges(bySecond);
  const tiedInSecond = tiedPairs(order.length, (i, j) => bySecond[i] === bySecond[j]);
  const untied = pairs(order.length) - tiedInFirst - tiedInSecond + tiedInBoth;
  return untied === 0 ? null : (untied - 2 * discordant) / untied;
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** Pairs inside the runs of neighbours that are equal. */
function tiedPairs(length: number, equal: (i: number, j: number) => boolean): number {
  let tied = 0;
  let start = 0;
  for (let i = 1; i <= length; i++) {
    if (i < length && equal(i - 1, i)) continue;
    tied += pairs(i - start);
    start = i;
  }
  return tied;
}

/** Sorts in place, ascending, bottom up; returns the number of pairs that stood in the wrong order. */
function sortCountingExchanges(values: Float64Array): number {
  const buffer = new Float64Array(values.length);
  let exchanges = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let low = 0; low + width < values.length; low += 2 * width) {
      exchanges += merge(values, buffer, low, low + width, Math.min(low + 2 * width, values.length));
    }
  }
  return exchanges;
}

function merge(values: Float64Array, buffer: Float64Array, low: number, middle: number, high: number): number {
  let exchanges = 0;
  let left = low;
  let right = middle;
  for (let at = low; at < high; at++) {
    if (left < middle && (right >= high || values[left]! <= values[right]!)) {
      buffer[at] = values[left++]!;
    } else {
      buffer[at] = values[right++]!;
      exchanges += middle - left;
    }
  }
  values.set(buffer.subarray(low, high), low);
  return exchanges;
}
