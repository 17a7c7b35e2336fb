import type { RoomPlace } from '../../models/definition/waiting-room-dialect.ts';
import type { Admission, Leaver } from '../recording/lines/page.ts';
import type { Host } from '../users/context.ts';
import { STATE } from '../users/rows.ts';

/** Two days, in milliseconds: a longer announced wait is as wrong as this one in any run. */
const LONGEST_PROMISE = 172_800_000;

/** An announced wait as it is kept; -1 for none, or for one that is no wait. */
function promised(waitMs: number | null): number {
  return waitMs !== null && waitMs >= 0 ? Math.min(waitMs, LONGEST_PROMISE) : -1;
}

/** NetFunnel and others give no ticket: then the order of joining stands for it. */
export function enterLine({ rows, now }: Host, row: number, sent: number, place: RoomPlace): void {
  rows.ticket[row] = place.ticket ?? -now();
  rows.key[row] = place.key;
  rows.joined[row] = sent;
  rows.waiting[row] = sent;
  rows.announced[row] = place.state === 'waiting' ? promised(place.waitMs) : 0;
}

/** A clock that is set moves by more than this; two clocks of one machine, which are read a moment apart, differ by less. Milliseconds. */
const CLOCK_SET = 100;

/** How far the machine's clock, by which the waiting room goes, was set since the run began. */
function setBy({ startedAt }: Host, told: number): number {
  const ahead = Date.now() - startedAt - told;
  return Math.abs(ahead) < CLOCK_SET ? 0 : ahead;
}

/**
 * A person who hears now of being let in; `admittedAt` as the waiting room says it. Both are whole milliseconds of one clock, so that people
 * who were let in together stay together: a millisecond between two clocks would make one of them seem to be overtaken.
 */
export function admissionOf(host: Host, row: number, admittedAt: number | null): Admission {
  const { rows, now, startedAt } = host;
  const told = now();
  const since = admittedAt === null ? null : Math.round(told - (admittedAt - startedAt - setBy(host, told)));
  return [rows.lane[row]!, rows.ticket[row]!, Math.round(rows.joined[row]!), told, rows.announced[row]!, gapOf(rows, row, told), since];
}

/** A person who leaves the line now without having been let in. */
export function leaverOf({ rows, now }: Host, row: number): Leaver {
  const left = now();
  return [rows.lane[row]!, rows.ticket[row]!, Math.round(rows.joined[row]!), left, rows.announced[row]!, gapOf(rows, row, left)];
}

const gapOf = ({ waiting }: Host['rows'], row: number, until: number): number => Math.max(0, until - Math.round(waiting[row]!));

/** Notes everybody who still stands in line when the run ends. */
export function noteLine(host: Host): void {
  const { rows, book } = host;
  for (let row = 0; row < rows.state.length; row++) if (rows.state[row] === STATE.inLine) book.unadmitted(leaverOf(host, row));
}
