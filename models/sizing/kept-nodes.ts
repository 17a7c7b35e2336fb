import type { NodeWorld } from '../capacity/laws/node-world.ts';
import { addsUp, keepsConfidence, nodesForConfidence, type UncertainDemand } from './nodes-for.ts';

/** The numbers of nodes that keep the budget at the peak with the confidence. */
export interface KeptNodes {
  /** The smallest. */
  readonly least: number;
  readonly holds: (nodes: number) => boolean;
  /** The largest before more nodes slow one another down too much, looked for up to a number that does not hold. */
  readonly mostBelow: (nodes: number) => number;
}

/**
 * The numbers of nodes that keep a budget, by the probability that a plan draws as its curve. With contention more nodes may be worse, so that a number is
 * asked for itself and never concluded from a smaller one. Refuses like `nodesForConfidence`.
 */
export function keptNodes(worlds: readonly NodeWorld[], demand: UncertainDemand): KeptNodes {
  const least = nodesForConfidence(worlds, demand);
  const known = new Map<number, boolean>();
  const allAddUp = worlds.every(addsUp);
  const holds = (nodes: number): boolean => {
    if (nodes < least) return false;
    if (nodes === least || allAddUp) return true;
    const found = known.get(nodes) ?? keepsConfidence(worlds, nodes, demand);
    known.set(nodes, found);
    return found;
  };
  const mostBelow = (nodes: number): number => {
    let [low, high] = [least, nodes];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (holds(middle)) low = middle;
      else high = middle;
    }
    return low;
  };
  return { least, holds, mostBelow };
}
