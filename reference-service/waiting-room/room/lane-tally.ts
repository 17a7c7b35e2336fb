import type { LaneOutlook } from '../polling/expected-wait.ts';
import { createRecentRate, type RecentRate } from '../polling/recent-rate.ts';
import type { LaneStatus } from './room-answer.ts';
import { type RoomLane, shareOf } from './room-lane.ts';

/** What has happened in a lane: people since the start, and the pace of the last seconds. */
export interface LaneTally {
  joined: number;
  admitted: number;
  left: number;
  dropped: number;
  completed: number;
  expired: number;
  readonly joining: RecentRate;
  readonly admitting: RecentRate;
  /** People who left or were dropped, and the person-seconds in which they could have. */
  readonly leaving: RecentRate;
  readonly exposed: RecentRate;
  /** When the line that stands there now began, ms; `null` when nobody waits. */
  lineSince: number | null;
}

/** Seconds of memory. Joining must follow the onset of a surge; leaving is rare and needs patience. */
const PACE_MEMORY = 3;
const LEAVING_MEMORY = 60;
/** Weight of the assumption that nobody leaves: as if this many people had been watched besides. */
const STAYING = 20;

export function createLaneTally(now: number): LaneTally {
  return {
    joined: 0,
    admitted: 0,
    left: 0,
    dropped: 0,
    completed: 0,
    expired: 0,
    joining: createRecentRate(now, PACE_MEMORY),
    admitting: createRecentRate(now, PACE_MEMORY),
    leaving: createRecentRate(now, LEAVING_MEMORY),
    exposed: createRecentRate(now, LEAVING_MEMORY),
    lineSince: null,
  };
}

/**
 * The near future of a lane. Nobody knows when a surge ends; a line is expected to be fed for as long again as it has stood
 * (the Copernican guess: half of its life is over), and a lane without a line to go on as it is.
 */
export function outlookOf(lane: RoomLane, tally: LaneTally, waiting: number, now: number): LaneOutlook {
  return {
    share: shareOf(lane),
    cost: lane.cost,
    people: waiting,
    inflow: tally.joining.at(now),
    inflowFor: tally.lineSince === null ? Number.POSITIVE_INFINITY : (now - tally.lineSince) / 1000,
    leaving: tally.leaving.at(now) / (tally.exposed.at(now) + STAYING),
  };
}

/** The tally as it is published. */
export function statusOf(tally: LaneTally, waiting: number, now: number): LaneStatus {
  return {
    waiting,
    joined: tally.joined,
    admitted: tally.admitted,
    left: tally.left,
    dropped: tally.dropped,
    inside: tally.admitted - tally.completed - tally.expired,
    completed: tally.completed,
    expired: tally.expired,
    ratePerSecond: Math.round(tally.admitting.at(now) * 100) / 100,
  };
}
