import { admitted, inTurn, type LaneScript, status, waiting, waitingUntil } from '../room/told.ts';

/** Whoever joins later has joined before, milliseconds since second 0: nobody arrives after 4 s. */
const AGAIN = 4_500;

/** Everybody is asked to come at this instant, on the grid, at which the places are forgotten: so everybody loses one after the same polls. */
const FORGOTTEN_AT = 5_000;

const forgotten = (code: number): LaneScript => ({
  poll: ({ joinedAt, at, nth }) => {
    if (joinedAt > AGAIN) return nth === 0 ? waiting() : admitted();
    return nth === 0 ? waitingUntil(FORGOTTEN_AT, { at }) : status(code, '{"error":"unknown-key"}');
  },
});

/** What becomes of a place: somebody is let in, loses it, gives up, stays. */
export const places = {
  'let-in': { poll: inTurn(waiting(), waiting()) },
  'let-in-at-once': { join: admitted, poll: admitted },
  'let-in-by-the-first-poll': { poll: admitted },
  'lost-404': forgotten(404),
  'lost-410': forgotten(410),
  'refused-for-good': { poll: () => status(503) },
  /** Asks again after three days: stands in line when the run ends. */
  'asked-to-come-in-three-days': { poll: inTurn(waiting(259_200_000)) },
  /** In the next slot of the grid, each time. */
  'asked-to-come-at-once': { poll: inTurn(waiting(0.4), waiting(1), waiting(20), waiting(1e-9), waiting(19.999)) },
  /** Joins again when nobody arrives any more. */
  'pass-refused': {
    poll: ({ nth, at, joinedAt }) => (nth > 0 ? admitted() : joinedAt > AGAIN ? waiting() : waitingUntil(FORGOTTEN_AT, { at })),
    app: ({ joinedAt }) => (joinedAt > AGAIN ? { body: '{"id":"1"}' } : status(403)),
  },
} satisfies Readonly<Record<string, LaneScript>>;
