import { withoutNumbers } from '../recording/causes.ts';
import { scriptCause } from '../recording/script-error.ts';
import { late } from '../users/booking.ts';
import type { Host } from '../users/context.ts';
import { STATE } from '../users/rows.ts';
import type { Active, Chance, JourneyEnd } from './active.ts';
import { hasLeft, leftBy } from './after-end.ts';
import { GaveUp } from './gave-up.ts';
import type { Pauses } from './pauses.ts';

/** How people of one VU leave the run. */
export interface Departures {
  /** Takes a person in line out of the run. */
  leaveLine(row: number, end: JourneyEnd): void;
  /** Notes how a journey ended; the person leaves when the last request and pause are over. */
  endJourney(user: Active, end: JourneyEnd): void;
  /** A request or a pause is over: leaves when the journey has ended and this was the last. */
  leaveIfDone(user: Active): void;
  /** Ends the one person in line whose code threw; nobody else notices. */
  breakInLine(row: number, step: number, error: unknown): void;
}

export interface DepartureDeps {
  readonly host: Host;
  readonly chance: Chance;
  readonly pauses: Pauses;
  /** Gives the place in the waiting room back; null without one. */
  readonly giveBack: ((row: number, jar: Active['jar']) => void) | null;
  /** Called when a person has left. */
  onLeave(end: JourneyEnd): void;
}

/** Share of people who close the app without giving their place back; assumed (a client that never says "complete"). */
const LEAVES_SILENTLY = 0.05;

/** How a journey ended, in the log. */
const OUTCOME = { finished: 'ok', turnedAway: 'rejected', lostPatience: 'timeout', gaveUp: 'failed', failed: 'failed' } as const;

/** How a journey ended that threw. */
export function endOf(error: unknown): JourneyEnd {
  return error instanceof GaveUp ? { how: error.how, cause: error.message } : { how: 'failed', cause: scriptCause(error) };
}

/** A journey that came to its end beside a failed request that nothing ever waited for is a mistake of the script. */
function withoutFloating({ failed }: Active, end: JourneyEnd): JourneyEnd {
  if (end.how !== 'finished' || failed === null || failed.promise?.awaited !== false) return end;
  return { how: 'failed', cause: `request not awaited: ${failed.step.name}, ${failed.ending?.cause}` };
}

const isThrough = ({ how }: JourneyEnd): boolean => how === 'finished' || how === 'turnedAway';

export function createDepartures({ host, chance, pauses, giveBack, onLeave }: DepartureDeps): Departures {
  const { rows, book } = host;
  const { users } = book;
  /** People whose journey ended before their last request: what they did not await may go on, and is given one slot of the wheel to show it. */
  const lingering = new Set<Active>();

  function leave(row: number, end: JourneyEnd, at: number, jar: Active['jar'] = null): void {
    const inside = rows.inside[row]!;
    const arrived = rows.arrived[row]!;
    const outcome = OUTCOME[end.how];
    const sinceAdmission = inside < 0 ? 0 : late(inside, at);
    book.journey({ index: rows.journey[row]!, arrived, sinceArriving: late(arrived, at), sinceAdmission, outcome });
    users[rows.state[row] === STATE.active ? 'active' : 'inLine']--;
    users[end.how] = (users[end.how] ?? 0) + 1;
    if (isThrough(end) && giveBack !== null && chance.of(row)() >= LEAVES_SILENTLY) giveBack(row, jar);
    rows.release(row);
    onLeave(end);
  }

  function leaveNow(user: Active): void {
    if (user.ended === null || user.busy > 0) return;
    const end = withoutFloating(user, user.ended);
    if (end.how === 'failed') book.error(rows.step[user.row]!, { cause: end.cause, owner: 'script' });
    leave(user.row, end, user.at, user.jar);
    user.ended = leftBy(end);
  }

  function leaveIfDone(user: Active): void {
    if (user.ended === null || user.busy > 0 || hasLeft(user)) return;
    if (lingering.delete(user)) leaveNow(user);
    else {
      lingering.add(user);
      // The clock may have moved on meanwhile: then nothing sleeps, and nobody would be woken.
      void pauses.rest(user, host.now() - user.at + 1).then(() => leaveIfDone(user));
    }
  }

  return {
    leaveIfDone,
    leaveLine: (row, end) => leave(row, end, host.now()),
    endJourney(user, end) {
      if (host.over) return;
      // Why a request made a person give up is in the log already.
      if (end.how === 'gaveUp' && user.failed === null) {
        book.error(rows.step[user.row]!, { cause: `gave up: ${withoutNumbers(end.cause)}`, owner: 'unclear' });
      }
      user.ended = end;
      leaveNow(user);
    },
    breakInLine(row, step, error) {
      if (host.over) return;
      const end = endOf(error);
      book.error(step, { cause: end.cause, owner: 'script' });
      leave(row, end, host.now());
    },
  };
}
