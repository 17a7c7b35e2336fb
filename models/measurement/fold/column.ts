/** A sum per second that grows with the run. */
export interface Column {
  add(second: number, amount: number): void;
  /** Sum over [from, to]. */
  sum(from: number, to: number): number;
  /** The first `seconds` entries. */
  values(seconds: number): Float64Array;
}

export function createColumn(): Column {
  let sums = new Float64Array(512);
  return {
    add(second, amount) {
      if (second >= sums.length) sums = grown(sums, second);
      sums[second] = sums[second]! + amount;
    },
    sum(from, to) {
      let total = 0;
      for (let second = Math.max(0, from); second <= to && second < sums.length; second++) total += sums[second]!;
      return total;
    },
    values(seconds) {
      const values = new Float64Array(seconds);
      values.set(sums.subarray(0, seconds));
      return values;
    },
  };
}

function grown(old: Float64Array, second: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(old.length * 2, second + 1));
  larger.set(old);
  return larger;
}
