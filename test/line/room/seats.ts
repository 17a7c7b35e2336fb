import { type Asked, FIRST_POLL, type LaneScript, type RoomScript, type Told, waiting } from './told.ts';
import { type Transcript, transcriptOf, type Visits } from './transcript.ts';
import type { Understood, Words } from './words.ts';

/** How a room behaves. */
export interface RoomScripts {
  readonly script: RoomScript;
  readonly words: Words;
  /** How a key looks; `<lane>-<turn>` unless given. */
  readonly keyOf?: (lane: string, turn: number, ticket: number) => string;
  /** What of a key people show; all of it unless given. */
  readonly shownOf?: (key: string) => string;
}

/** What a request is answered with: `words` are those of the room for the place. */
export interface Answered {
  readonly told: Told;
  readonly words: string;
}

/** Who stands where, and what was asked for them. */
export interface Seats {
  hear(understood: Understood, cookie: string | null): Answered;
  forget(): void;
  transcript(): Transcript;
}

interface Seat extends Visits {
  readonly key: string;
  readonly turn: number;
  readonly ticket: number;
  readonly joinedAt: number;
  polls: number;
  visits: number;
  isBroken: boolean;
}

const OPEN_APP: Told = { body: '{"id":"42"}' };
const GONE: Answered = { told: { status: 404, body: '{"error":"unknown-key"}' }, words: '' };
const DONE: Told = { status: 204 };

/** Whose cookie it is, for a transcript in which people have no numbers. */
function whose(cookie: string | null, turn: number): string {
  if (cookie === null) return '';
  const [owner, rest = ''] = cookie.split('-');
  return ` [${Number(owner) === turn ? 'own' : 'foreign'} seat ${rest}]`;
}

function note(seat: Seat, what: string, cookie: string | null, { wire }: Told): void {
  // A request whose connection breaks before anything is answered is sent again by k6's transport, as often as it has old connections.
  const isBroken = wire === 'reset' || wire === 'closed';
  if (!isBroken || !seat.isBroken) seat.asked.push(`${what}${whose(cookie, seat.turn)}`);
  seat.isBroken = isBroken;
}

/** `now`: milliseconds since second 0. */
export function createSeats(
  { script, words, keyOf = (lane, turn) => `${lane}-${turn}`, shownOf = (key) => key }: RoomScripts,
  now: () => number,
): Seats {
  const seats = new Map<string, Seat>();
  const turns = new Map<string, number>();
  const all: Seat[] = [];

  function laneOf(lane: string): LaneScript {
    const found = script[lane];
    if (found === undefined) throw new Error(`the room: must have a script for the lane ${lane}`);
    return found;
  }

  function join(lane: string): Seat {
    const [turn, ticket] = [turns.get(lane) ?? 0, all.length + 1];
    turns.set(lane, turn + 1);
    const key = keyOf(lane, turn, ticket);
    const seat: Seat = { key, lane, turn, ticket, joinedAt: now(), asked: [], polls: 0, visits: 0, isBroken: false };
    seats.set(shownOf(key), seat);
    // The service behind the line is shown the whole key.
    seats.set(key, seat);
    all.push(seat);
    return seat;
  }

  function toldTo(seat: Seat, what: Understood['what'], cookie: string | null): Told {
    const lane = laneOf(seat.lane);
    const asked = (nth: number): Asked => ({ turn: seat.turn, joinedAt: seat.joinedAt, nth, at: now(), seat: cookie });
    if (what === 'join') return lane.join?.(asked(0)) ?? waiting(FIRST_POLL);
    if (what === 'poll') return lane.poll(asked(seat.polls++));
    return what === 'app' ? (lane.app?.(asked(seat.visits++)) ?? OPEN_APP) : DONE;
  }

  return {
    hear({ what, lane, key }, cookie) {
      const seat = what === 'join' ? join(lane) : seats.get(key);
      if (seat === undefined) return GONE;
      const told = toldTo(seat, what, cookie);
      note(seat, what, cookie, told);
      const { place, fields } = told;
      return { told, words: place === undefined ? '' : words.say(place, seat.key, seat.ticket, fields) };
    },
    forget: () => seats.clear(),
    transcript: () => transcriptOf(all),
  };
}
