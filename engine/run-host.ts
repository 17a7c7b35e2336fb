import type { EndLine } from '../models/workload/log/measurement-log.ts';
import { createDoor, type Door } from './arrivals/door.ts';
import { createLife, type Journeys } from './journeys/journey-life.ts';
import { listenForStop } from './stop-request.ts';
import { breakUser, type Host } from './users/host.ts';
import { SLOT_MS } from './users/wheel.ts';
import type { Line } from './waiting-room/line.ts';

interface Run {
  readonly host: Host;
  readonly line: Line;
  readonly door: Door;
  /** Milliseconds since second 0: then the run is over, whoever is still there. */
  readonly endsAt: number;
  /** The second under way, and the slot of the 20 ms grid seen last. */
  second: number;
  slot: number;
  timer: number | null;
  /** Set when the end line is written. */
  written: boolean;
  done(): void;
}

/** Writes what is left. Safe to be called again should k6 interrupt it half-way. */
function finish(run: Run, reason: EndLine['reason']): void {
  if (run.written) return;
  const { host } = run;
  host.over = true;
  clearTimeout(run.timer);
  run.door.shut();
  for (const [key, amount] of host.payments) host.book.journal(key, amount, 'unknown', '');
  host.book.close(run.second);
  host.book.end(run.second, reason);
  run.written = true;
  run.done();
}

function everybodyGone({ host, door }: Run): boolean {
  const { inLine, active } = host.book.users;
  return door.isOver() && inLine + active + host.detached === 0;
}

/** How late each slot is seen: one value a slot, so that a stall weighs as much as it lasted. */
function bookLag(run: Run, now: number): void {
  for (; (run.slot + 1) * SLOT_MS <= now; run.slot++) run.host.book.loopLag.record(now - (run.slot + 1) * SLOT_MS);
}

/** Goes on with an active user who slept, or with somebody in line. */
function wake({ host, line }: Run, row: number): void {
  const resume = host.sleepers.get(row);
  if (resume === undefined) line.wake(row);
  else {
    host.sleepers.delete(row);
    resume();
  }
}

function tick(run: Run): void {
  const { host, door } = run;
  const now = host.now();
  bookLag(run, now);
  for (; (run.second + 1) * 1000 <= now; run.second++) {
    host.book.close(run.second);
    door.scheduleUntil((run.second + 2) * 1000);
  }
  door.open();
  host.wheel.advance(now, (row) => {
    try {
      wake(run, row);
    } catch (error) {
      breakUser(host, row, 0, error);
    }
  });
  if (now >= run.endsAt || everybodyGone(run)) finish(run, 'complete');
  else run.timer = setTimeout(() => tick(run), (run.slot + 1) * SLOT_MS - host.now());
}

/** Runs a VU from second 0 until everybody is gone, the drain is over, or it is told to stop. Resolves when the last line is written. */
export function runHost(host: Host, journeys: Journeys): Promise<void> {
  const { arrivalSeconds, drainSeconds } = host.profile;
  const line = createLife(host, journeys);
  const door = createDoor(host, line);
  return new Promise((done) => {
    const run: Run = {
      host,
      line,
      door,
      done,
      endsAt: (arrivalSeconds + drainSeconds) * 1000,
      second: 0,
      slot: 0,
      timer: null,
      written: false,
    };
    host.stop = () => finish(run, 'stopped');
    listenForStop(host);
    door.scheduleUntil(1000);
    run.timer = setTimeout(() => tick(run), -host.now());
  });
}
