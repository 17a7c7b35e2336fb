/**
 * People let in after somebody who stands behind them: how many places in line were not worth what they promised. People let in
 * at the same instant overtake nobody. One sweep from the end of the line, keeping the earliest admission seen: O(n).
 *
 *   overtaken = #{ i : ∃ j > i with admitted(j) < admitted(i) }
 *
 * @param admitted times of admission in the order of the line
 * @example overtaken([10, 30, 20, 40]) // => 1
 */
export function overtaken(admitted: ArrayLike<number>): number {
  let people = 0;
  let earliestBehind = Number.POSITIVE_INFINITY;
  for (let i = admitted.length - 1; i >= 0; i--) {
    const moment = admitted[i]!;
    if (moment > earliestBehind) people++;
    else earliestBehind = moment;
  }
  return people;
}
