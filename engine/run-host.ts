import type { EndLine } from '../models/workload/log/measurement-log.ts';
import { createDoor, type Door } from './arrivals/door.ts';
import type { Lives } from './journeys/lives.ts';
import { listenForStop } from './stop-request.ts';
import type { Host } from './users/context.ts';
import { SLOT_MS } from './users/wheel.ts';
import { noteLine } from './waiting-room/people-in-line.ts';

/**
 * People woken in one go. After a stall of k6 thousands are due at once: to wake them all would keep the loop from reading answers for
 * seconds, which their times would show.
 */
const MOST_WOKEN = 100;

interface Run {
  readonly host: Host;
  readonly lives: Lives;
  readonly door: Door;
  /** Milliseconds since second 0: then the run is over, whoever is still there. */
  readonly endsAt: number;
  /** When in a second the arrivals of the next one are drawn, milliseconds. */
  readonly drawsAt: number;
  /** The second under way, and the slot of the 20 ms grid seen last. */
  second: number;
  slot: number;
  timer: number | null;
  /** People who were merely thinking at the end; null while the run goes on. */
  thinking: number | null;
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
  if (run.thinking === null) {
    run.thinking = 0;
    run.thinking = run.lives.end();
    noteLine(host);
  }
  for (const asked of host.unanswered) host.book.journal({ ...asked, status: 'unknown', receipt: '' });
  host.book.close(run.second);
  host.book.end(run.second, run.thinking, reason);
  run.written = true;
  run.done();
}

function everybodyGone({ host, door }: Run): boolean {
  const { inLine, active } = host.book.users;
  return door.isOver() && inLine + active + host.detached.size === 0;
}

/** How late each slot is seen: one value a slot, so that a stall weighs as much as it lasted. */
function bookLag(run: Run, now: number): void {
  for (; (run.slot + 1) * SLOT_MS <= now; run.slot++) run.host.book.loopLag.record(now - (run.slot + 1) * SLOT_MS);
}

function tick(run: Run): void {
  const { host, door, lives } = run;
  const now = host.now();
  bookLag(run, now);
  for (; (run.second + 1) * 1000 <= now; run.second++) {
    lives.collect();
    host.book.close(run.second);
    door.scheduleUntil((run.second + 2) * 1000);
  }
  // Not at the turn of a second, which has enough to do with writing a line, and not in all VUs at once.
  if (now - run.second * 1000 >= run.drawsAt) door.prepareUntil((run.second + 2) * 1000);
  door.open();
  const behind = host.wheel.advance(now, MOST_WOKEN, lives.wake);
  if (now >= run.endsAt || everybodyGone(run)) finish(run, 'complete');
  else run.timer = setTimeout(() => tick(run), behind ? 0 : (run.slot + 1) * SLOT_MS - host.now());
}

/** Runs a VU from second 0 until everybody is gone, the drain is over, or it is asked to stop. Resolves when the last line is written. */
export function runHost(host: Host, lives: Lives): Promise<void> {
  const { arrivalSeconds, drainSeconds } = host.profile;
  const door = createDoor(host, lives);
  return new Promise((done) => {
    const run: Run = {
      host,
      lives,
      door,
      done,
      endsAt: (arrivalSeconds + drainSeconds) * 1000,
      drawsAt: 200 + 100 * (host.vu % 8),
      second: 0,
      slot: 0,
      timer: null,
      thinking: null,
      written: false,
    };
    host.stop.onStop(() => finish(run, 'stopped'));
    listenForStop(host);
    door.scheduleUntil(1000);
    run.timer = setTimeout(() => tick(run), -host.now());
  });
}
