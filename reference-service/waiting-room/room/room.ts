import { signPass } from '../../shared/access/pass.ts';
import { STATE } from '../places/places.ts';
import { statusOf } from './lane-tally.ts';
import type { AdmittedAnswer, GoneState, LaneStatus, RoomAnswer } from './room-answer.ts';
import { hearOfFirst, type RoomState, untilOpen } from './room-state.ts';
import { expire, REMEMBERED } from './room-tick.ts';
import { dropTime, tellWaiting } from './tell-waiting.ts';

function admitted(room: RoomState, place: number): AdmittedAnswer {
  const { columns } = room.places;
  const lane = columns.lane[place]!;
  const claims = { lane: room.options.lanes[lane]!.name, ticket: columns.ticket[place]!, expiresAt: columns.deadline[place]! };
  const pass = signPass(claims, room.options.secret);
  return { state: 'admitted', lane, ticket: claims.ticket, pass, admittedAt: columns.admittedAt[place]!, expiresAt: claims.expiresAt };
}

/** From here on the person holds a pass; its time starts now, so that a long pause between polls costs nobody theirs. */
function handPass(room: RoomState, place: number, now: number): AdmittedAnswer {
  room.places.columns.state[place] = STATE.inside;
  room.places.columns.deadline[place] = Math.round(now) + room.options.passSeconds * 1000;
  return admitted(room, place);
}

/** Joins a lane: at the end of its line, or past it when there is room at once. */
export function join(room: RoomState, lane: number, now: number): { readonly key: string; readonly answer: RoomAnswer } {
  const { places, gate } = room;
  const tally = room.tallies[lane]!;
  const line = gate.lines[lane]!;
  const place = places.take();
  const key = places.keys.keyOf(place);
  places.columns.lane[place] = lane;
  tally.joined++;
  tally.joining.add(now, 1);
  hearOfFirst(room, now);
  const enters = untilOpen(room, now) === 0 && gate.enter(lane);
  places.columns.ticket[place] = enters ? line.passBy() : line.join(place);
  if (!enters) {
    places.columns.state[place] = STATE.waiting;
    tally.lineSince ??= now;
  } else {
    places.columns.admittedAt[place] = Math.round(now);
    tally.admitted++;
    tally.admitting.add(now, 1);
  }
  const answer = enters ? handPass(room, place, now) : tellWaiting(room, place, now);
  room.wheel.put(place, enters ? room.clock + room.options.passSeconds * 1000 : places.columns.deadline[place]!);
  return { key, answer };
}

/** What became of a place that is no longer in use. */
function goneStateOf(state: number): GoneState {
  if (state === STATE.completed) return 'completed';
  if (state === STATE.left) return 'left';
  return state === STATE.expired ? 'expired' : 'unknown';
}

/** The row of a key and its state; a pass whose time is up is taken back here, whenever the wheel comes by. */
function look(room: RoomState, key: string, now: number): { readonly place: number; readonly state: number } {
  const place = room.places.find(key);
  if (place === -1) return { place, state: STATE.free };
  const { columns } = room.places;
  if (columns.state[place] === STATE.inside && columns.deadline[place]! <= now) expire(room, place);
  return { place, state: columns.state[place]! };
}

/** Answers a person who asks. Asking again after the admission gives the same pass. */
export function poll(room: RoomState, key: string, now: number): RoomAnswer {
  const { place, state } = look(room, key, now);
  if (state === STATE.waiting) return tellWaiting(room, place, now);
  if (state === STATE.inside) return admitted(room, place);
  if (state !== STATE.called) return { state: goneStateOf(state) };
  room.book.cross(place);
  return handPass(room, place, now);
}

/** Hears of a person without telling them anything. `null` when the place is kept. */
export function heartbeat(room: RoomState, key: string, now: number): GoneState | null {
  const { place, state } = look(room, key, now);
  if (state === STATE.waiting || state === STATE.called) room.places.columns.deadline[place] = dropTime(room, place);
  return state === STATE.waiting || state === STATE.called || state === STATE.inside ? null : goneStateOf(state);
}

function close(room: RoomState, place: number, state: number): void {
  room.places.columns.state[place] = state;
  room.places.columns.deadline[place] = room.clock + REMEMBERED;
}

/** Takes the place back from somebody who was let in. */
function takeBack(room: RoomState, place: number, state: number): GoneState | null {
  if (state !== STATE.called && state !== STATE.inside) return goneStateOf(state);
  if (state === STATE.called) room.book.cross(place);
  room.tallies[room.places.columns.lane[place]!]!.completed++;
  close(room, place, STATE.completed);
  return null;
}

/** Gives a place back after the journey. `waiting` when the person was not let in yet. */
export function complete(room: RoomState, key: string, now: number): GoneState | 'waiting' | null {
  const { place, state } = look(room, key, now);
  return state === STATE.waiting ? 'waiting' : takeBack(room, place, state);
}

/** Leaves the line; somebody who was let in already gives the place back. */
export function leave(room: RoomState, key: string, now: number): GoneState | null {
  const { place, state } = look(room, key, now);
  if (state !== STATE.waiting) return takeBack(room, place, state);
  const lane = room.places.columns.lane[place]!;
  room.gate.lines[lane]!.remove(room.places.columns.ticket[place]!);
  room.book.cross(place);
  room.tallies[lane]!.left++;
  room.tallies[lane]!.leaving.add(now, 1);
  close(room, place, STATE.left);
  return null;
}

/** What has happened in every lane, in the order of the configuration. */
export function status(room: RoomState, now: number): LaneStatus[] {
  return room.tallies.map((tally, lane) => statusOf(tally, room.gate.lines[lane]!.waiting(), now));
}
