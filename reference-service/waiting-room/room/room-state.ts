import { createExpiryWheel, type ExpiryWheel } from '../places/expiry-wheel.ts';
import { createPlaces, type Places } from '../places/places.ts';
import type { LaneOutlook } from '../polling/expected-wait.ts';
import { createPollBook, type PollBook } from '../polling/poll-book.ts';
import { createRecentRate, type RecentRate } from '../polling/recent-rate.ts';
import type { RoomBug } from '../room-bugs.ts';
import { createGate, type Gate } from './gate.ts';
import { createLaneTally, type LaneTally, outlookOf } from './lane-tally.ts';
import type { RoomLane } from './room-lane.ts';

export interface RoomOptions {
  readonly lanes: readonly RoomLane[];
  readonly tokensPerSecond: number;
  /** Signs the passes. */
  readonly secret: string;
  /** How long a pass is good for, from the moment it is handed out. */
  readonly passSeconds: number;
  /** People gather this long before the doors open, seconds since the first of them joined; 0 when left out. */
  readonly opensAfterSeconds?: number | undefined;
  /** A mistake to be made on purpose; none unless given. */
  readonly bug?: RoomBug | null;
}

/** Everything the waiting room knows. `now` is Unix time in milliseconds wherever it is a parameter. */
export interface RoomState {
  readonly options: RoomOptions;
  readonly gate: Gate;
  readonly places: Places;
  readonly book: PollBook;
  readonly wheel: ExpiryWheel;
  readonly tallies: readonly LaneTally[];
  /** Tokens the gate handed out, and seconds that went by meanwhile: their ratio is the pace it really has. */
  readonly handedOut: RecentRate;
  readonly wentBy: RecentRate;
  tickedAt: number;
  /** When the doors open, Unix ms; null until somebody joins. */
  opensAt: number | null;
  /**
   * The room's own clock, ms: it stands still while the process does, so that a stall drops nobody
   * who could not be heard.
   */
  clock: number;
  /** Outlooks as of `outlooksAt`; they change little from one tick to the next. */
  outlooks: readonly LaneOutlook[];
  outlooksAt: number;
}

/** Seconds. Long, because it only tells how much time the process loses. */
const PACE_MEMORY = 60;
/** Outlooks older than this are made anew, ms. */
const OUTLOOK_AGE = 50;

export function createRoomState(options: RoomOptions, now: number): RoomState {
  const places = createPlaces();
  return {
    options,
    gate: createGate(options.lanes, options.tokensPerSecond),
    places,
    book: createPollBook(places.columns),
    wheel: createExpiryWheel(),
    tallies: options.lanes.map(() => createLaneTally(now)),
    handedOut: createRecentRate(now, PACE_MEMORY),
    wentBy: createRecentRate(now, PACE_MEMORY),
    tickedAt: now,
    opensAt: null,
    clock: 0,
    outlooks: [],
    outlooksAt: Number.NEGATIVE_INFINITY,
  };
}

/** The first person who joins sets the time at which the doors open. */
export function hearOfFirst(room: RoomState, now: number): void {
  room.opensAt ??= now + (room.options.opensAfterSeconds ?? 0) * 1000;
}

/** Milliseconds until the doors open; 0 when they are open. */
export function untilOpen(room: RoomState, now: number): number {
  return room.opensAt === null ? 0 : Math.max(0, room.opensAt - now);
}

/** The outlook of every lane, at most a tick old. */
export function outlooksAt(room: RoomState, now: number): readonly LaneOutlook[] {
  if (now - room.outlooksAt >= OUTLOOK_AGE) {
    room.outlooks = room.options.lanes.map((lane, i) => outlookOf(lane, room.tallies[i]!, room.gate.lines[i]!.waiting(), now));
    room.outlooksAt = now;
  }
  return room.outlooks;
}

/** Tokens a second the gate really hands out: the configured rate, less what stalls of the process cost lately. */
export function measuredPace(room: RoomState, now: number): number {
  const wentBy = room.wentBy.at(now);
  return wentBy > 0 ? room.handedOut.at(now) / wentBy : room.options.tokensPerSecond;
}
