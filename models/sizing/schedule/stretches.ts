/** Equal numbers of nodes over neighbouring slots: from the first to before `to`. */
export interface SlotStretch {
  readonly from: number;
  readonly to: number;
  readonly nodes: number;
}

export interface StretchRules {
  /** Slots that a stretch lasts at least; all slots when there are fewer. */
  readonly least: number;
  /** Node-slots that a change must save: one that saves less is not made. */
  readonly changeCost: number;
}

/**
 * The cheapest way to run at least the nodes that each slot needs in stretches of a least length.
 * Used for schedules of autoscalers, where each change is an action that somebody reads, and may fail.
 *
 *   f(j) = min over i ≤ j − least of f(i) + (j − i)·max need(i … j − 1) + changeCost,   f(0) = −changeCost
 *
 * Exact, by dynamic programming over the ends of stretches: never below the need, since a stretch runs the most any of its slots needs. Of equal
 * costs the longer stretch.
 * @example stretchesOf([2, 5, 5, 2], { least: 2, changeCost: 0 }) // => [{ from: 0, to: 4, nodes: 5 }]
 * @example stretchesOf([2, 2, 5, 5], { least: 2, changeCost: 0 }) // => [{ from: 0, to: 2, nodes: 2 }, { from: 2, to: 4, nodes: 5 }]
 */
export function stretchesOf(need: readonly number[], { least, changeCost }: StretchRules): SlotStretch[] {
  const slots = need.length;
  const cost = new Float64Array(slots + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(slots + 1);
  const most = new Int32Array(slots + 1);
  cost[0] = -changeCost;
  const shortest = Math.max(1, Math.min(least, slots));
  for (let end = shortest; end <= slots; end++) {
    let highest = 0;
    for (let start = end - 1; start >= 0; start--) {
      highest = Math.max(highest, need[start]!);
      if (end - start < shortest) continue;
      const total = cost[start]! + (end - start) * highest + changeCost;
      if (total > cost[end]!) continue;
      cost[end] = total;
      before[end] = start;
      most[end] = highest;
    }
  }
  const stretches: SlotStretch[] = [];
  for (let end = slots; end > 0; end = before[end]!) stretches.unshift({ from: before[end]!, to: end, nodes: most[end]! });
  return joined(stretches);
}

/** Neighbours with the same number of nodes are one stretch. */
function joined(stretches: readonly SlotStretch[]): SlotStretch[] {
  const result: SlotStretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last?.nodes === stretch.nodes) result[result.length - 1] = { ...last, to: stretch.to };
    else result.push(stretch);
  }
  return result;
}
