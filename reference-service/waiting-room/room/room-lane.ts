import type { Lane } from '../../../models/workload/surge/surge.ts';

/** A lane of this waiting room. */
export interface RoomLane extends Lane {
  /**
   * Guaranteed share of the tokens, above 0; only the proportion between lanes counts. Left out, it is the cost,
   * so that each lane is guaranteed the same number of people per second. Announced waits are honest when it is within a tenth of
   * the lane's part of the tokens that are asked for: else the pace of the slower lane depends on how long people keep coming to the other.
   */
  readonly share?: number | undefined;
}

/** The guaranteed share of a lane, in the proportion it was configured. */
export function shareOf(lane: RoomLane): number {
  return lane.share ?? lane.cost;
}
