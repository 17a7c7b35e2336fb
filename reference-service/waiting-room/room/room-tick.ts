import { STATE } from '../places/places.ts';
import { type RoomState, untilOpen } from './room-state.ts';

/** How long it is remembered what became of a place, ms. */
export const REMEMBERED = 60_000;
/** The room's clock makes at most this step, ms. */
const LONGEST_STEP = 500;

/** The pass of an admitted person ran out, or they never came for it. */
export function expire(room: RoomState, place: number): void {
  const { columns } = room.places;
  columns.state[place] = STATE.expired;
  columns.deadline[place] = room.clock + REMEMBERED;
  room.tallies[columns.lane[place]!]!.expired++;
}

function drop(room: RoomState, place: number, now: number): void {
  const { columns } = room.places;
  const lane = columns.lane[place]!;
  room.gate.lines[lane]!.remove(columns.ticket[place]!);
  room.book.cross(place);
  room.tallies[lane]!.dropped++;
  room.tallies[lane]!.leaving.add(now, 1);
  room.places.free(place);
}

/** Looks after one place on the wheel; returns when to look again, or `null` once the row is free. */
function visit(room: RoomState, place: number, now: number): number | null {
  const { columns } = room.places;
  const state = columns.state[place];
  const deadline = columns.deadline[place]!;
  if (state === STATE.inside) {
    if (deadline > now) return room.clock + deadline - now;
    expire(room, place);
    return columns.deadline[place]!;
  }
  if (deadline > room.clock) return deadline;
  if (state === STATE.called) {
    room.book.cross(place);
    expire(room, place);
    return columns.deadline[place]!;
  }
  if (state === STATE.waiting) drop(room, place, now);
  else room.places.free(place);
  return null;
}

/** Lets people in for `elapsed` milliseconds, and remembers the pace. */
function admit(room: RoomState, elapsed: number, now: number): void {
  const tokens = room.gate.open(elapsed, (place, lane) => {
    room.places.columns.state[place] = STATE.called;
    room.places.columns.admittedAt[place] = Math.round(now);
    room.tallies[lane]!.admitted++;
    room.tallies[lane]!.admitting.add(now, 1);
  });
  room.handedOut.add(now, tokens);
  room.wentBy.add(now, elapsed / 1000);
}

/** Lets people in for the time since the last tick, once the doors are open, and drops those who have not been heard of. To be called at least every 100 ms. */
export function tick(room: RoomState, now: number): void {
  const elapsed = Math.max(0, now - room.tickedAt);
  room.tickedAt = now;
  if (untilOpen(room, now) === 0) admit(room, elapsed, now);
  room.tallies.forEach((tally, lane) => {
    const waiting = room.gate.lines[lane]!.waiting();
    tally.exposed.add(now, (waiting * elapsed) / 1000);
    if (waiting === 0) tally.lineSince = null;
  });
  room.clock += Math.min(elapsed, LONGEST_STEP);
  room.wheel.advance(room.clock, (place) => visit(room, place, now));
}
