import type { NodeWorld } from '../../capacity/laws/node-world.ts';
import { Refusal } from '../../refusal.ts';
import { nodesForConfidence, type UncertainDemand } from '../nodes-for.ts';
import { type MeasuredWorlds, plannedWorlds, type Traffic } from './planned-worlds.ts';

/** `nodesForConfidence`, null where no number will do. */
export const neededOrNull = (worlds: readonly NodeWorld[], demand: UncertainDemand): number | null =>
  orNull(() => nodesForConfidence(worlds, demand));

/** The number of nodes the peak alone needs under other traffic; null where none will do. */
export const neededWith = (measured: MeasuredWorlds, traffic: Traffic, demand: UncertainDemand): number | null =>
  orNull(() => nodesForConfidence(plannedWorlds(measured, traffic, demand).worlds, demand));

function orNull(count: () => number): number | null {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}
