import { expectedWait } from '../polling/expected-wait.ts';
import { pollInterval } from '../polling/poll-interval.ts';
import type { WaitingAnswer } from './room-answer.ts';
import { measuredPace, outlooksAt, type RoomState, untilOpen } from './room-state.ts';

/** A place is kept this long without a poll, ms, or three pauses if that is longer: two polls may get lost. */
const KEPT_UNPOLLED = 30_000;

/** When a place is dropped that is not heard of again, on the room's clock. */
export function dropTime(room: RoomState, place: number): number {
  return room.clock + Math.max(KEPT_UNPOLLED, 3 * room.places.columns.pause[place]!);
}

/** Tells a person in line where they stand and when to ask again; being told counts as being heard of. */
export function tellWaiting(room: RoomState, place: number, now: number): WaitingAnswer {
  const { columns } = room.places;
  const lane = columns.lane[place]!;
  const ticket = columns.ticket[place]!;
  const line = room.gate.lines[lane]!;
  const position = line.positionOf(ticket);
  const toPay = position - room.gate.paidFor(lane);
  const wait = untilOpen(room, now) + 1000 * expectedWait(outlooksAt(room, now), lane, toPay, measuredPace(room, now));
  const pollMs = pollInterval(wait, room.book.besides(place), ticket);
  room.book.tell(place, pollMs);
  columns.deadline[place] = dropTime(room, place);
  return { state: 'waiting', lane, ticket, position, behind: line.waiting() - position, waitMs: Math.round(wait), pollMs };
}
