/**
 * Number of people who were admitted after someone behind them in the queue. People admitted at the same instant do not overtake each
 * other. Takes one sweep from the end of the queue, keeping the earliest admission: O(n).
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
