import { mustBe } from '../../../models/numeric/must-be.ts';
import type { Duration } from '../../../models/simulation/duration.ts';
import { createEventHeap, type EventHeap } from './event-heap.ts';

export interface SimulatedWaitingRoom {
  /** People in line at the start. */
  readonly queued: number;
  /** People who join afterwards; absent when nobody does. */
  readonly interarrival?: Duration;
  /** Joining ends at this time. */
  readonly until: number;
  /** Time between two admissions; absent when only places inside count. */
  readonly admission?: Duration;
  /** People allowed inside at the same time; Infinity without a bound. */
  readonly places: number;
  /** How long a place is taken: the task, and what the session is held after it. */
  readonly stay: Duration;
  /** How long a person stays in line; absent when nobody leaves. */
  readonly patience?: Duration;
}

export interface WaitingRoomOutcome {
  readonly admitted: number;
  readonly left: number;
  /** When the line was first empty; Infinity when it was not before the end of the arrivals and of the line. */
  readonly drainedAt: number;
  readonly lastAdmission: number;
  readonly mostInside: number;
}

const [JOIN, ADMIT, LEAVE, GO] = [0, 1, 2, 3];

/**
 * A waiting room in front of a site, first come first served, by discrete events: people join, lose patience, are let in one by one and leave.
 * Used to check what the formulas of drain and admission say.
 *
 * Somebody is let in at an admission when the line has people and the site a place; without `admission`, whenever a place gets free.
 * Source: event scheduling, Law and Kelton ch. 1.
 * @example simulateWaitingRoom({ queued: 3, until: 0, places: 9, admission: () => 2, stay: () => 1 }).lastAdmission // => 6
 */
export function simulateWaitingRoom(room: SimulatedWaitingRoom): WaitingRoomOutcome {
  mustBe.whole('queued', room.queued, 0, 1_000_000);
  const counts = { inside: 0, mostInside: 0, admitted: 0, left: 0, waiting: 0, drainedAt: Number.POSITIVE_INFINITY, lastAdmission: 0 };
  const run: Run = { room, events: createEventHeap(), line: [], gone: new Set(), head: 0, counts };
  for (let i = 0; i < room.queued; i++) join(run, 0);
  if (room.interarrival && room.until > 0) run.events.put(room.interarrival(), JOIN, 0);
  if (room.admission) run.events.put(room.admission(), ADMIT, 0);
  else for (let i = Math.min(room.places, room.queued); i > 0; i--) letIn(run, 0);
  for (let event = run.events.take(); event !== undefined; event = run.events.take()) {
    const { time, kind, subject } = event;
    if (kind === JOIN) arrive(run, time);
    else if (kind === ADMIT) admit(run, time);
    else if (kind === LEAVE) losePatience(run, time, subject);
    else go(run, time);
  }
  const { admitted, left, drainedAt, lastAdmission, mostInside } = counts;
  return { admitted, left, drainedAt, lastAdmission, mostInside };
}

interface Run {
  readonly room: SimulatedWaitingRoom;
  readonly events: EventHeap;
  /** In order of joining; those who are gone are skipped when their turn comes. */
  readonly line: number[];
  readonly gone: Set<number>;
  head: number;
  readonly counts: { inside: number; waiting: number } & { -readonly [Name in keyof WaitingRoomOutcome]: WaitingRoomOutcome[Name] };
}

function join({ room, events, line, counts }: Run, now: number): void {
  counts.waiting++;
  if (room.patience) events.put(now + room.patience(), LEAVE, line.length);
  line.push(line.length);
}

function arrive(run: Run, now: number): void {
  const { room, events } = run;
  join(run, now);
  if (room.admission === undefined) letIn(run, now);
  const next = now + (room.interarrival?.() ?? Number.POSITIVE_INFINITY);
  if (next < room.until) events.put(next, JOIN, 0);
}

function admit(run: Run, now: number): void {
  letIn(run, now);
  if (run.counts.waiting > 0 || now < run.room.until) run.events.put(now + (run.room.admission?.() ?? 0), ADMIT, 0);
}

function letIn(run: Run, now: number): void {
  const { room, events, line, gone, counts } = run;
  if (counts.waiting === 0 || counts.inside >= room.places) return;
  while (gone.has(line[run.head]!)) run.head++;
  gone.add(line[run.head++]!);
  counts.admitted++;
  counts.lastAdmission = now;
  counts.inside++;
  counts.mostInside = Math.max(counts.mostInside, counts.inside);
  events.put(now + room.stay(), GO, 0);
  shorten(run, now);
}

function losePatience(run: Run, now: number, person: number): void {
  if (run.gone.has(person)) return;
  run.gone.add(person);
  run.counts.left++;
  shorten(run, now);
}

function shorten({ counts }: Run, now: number): void {
  counts.waiting--;
  if (counts.waiting === 0) counts.drainedAt = Math.min(counts.drainedAt, now);
}

function go(run: Run, now: number): void {
  run.counts.inside--;
  if (run.room.admission === undefined) letIn(run, now);
}
