/** Polls a second the room is built for; above 240,000 people it asks them to poll less often than every 60 s. */
const POLLS_PER_SECOND = 5_000;
const SHORTEST = 1_000;
/** A person far from the door learns nothing new within a minute, and the polls of the far ones are most of the load of a room. */
const LONGEST = 60_000;
/** A mean pause of 3 s: polls a second stay at or below a third of the people. */
const FAIR = 3_000;
/** The last poll is planned two ticks after the expected admission, so that it finds the door open. */
const MARGIN = 100;
/** Far from the door the next poll comes after this part of the wait: the estimate is read again while it can still be wrong by a fifth. */
const PART_OF_WAIT = 0.8;

/** So near the door, in ms, the estimate is right to a fraction of a second: one poll, just after the expected admission, is enough. */
const NEAR = 10_000;

/** The pause that serves this person best: the poll before the last leaves a fair pause for the last one. */
function wishedPause(wait: number): number {
  return wait <= NEAR ? Math.max(SHORTEST, wait + MARGIN) : Math.min(PART_OF_WAIT * wait, wait - FAIR);
}

/** The longest pause differs by up to this part between people: else a crowd that joined together would poll together for ever. */
const SPREAD = 0.5;
/** The golden section: its multiples fall evenly between whole numbers, however many there are (Weyl). */
const GOLDEN = 0.618_033_988_749_895;

/** Everybody who polls: those in line and those who were let in but do not know it yet. */
export interface Pollers {
  readonly people: number;
  /** Polls a second the pauses given to the others add up to. */
  readonly promised: number;
}

/** Mean pause, ms, at which `people` use up what the room allows. */
function fairPause(people: number): number {
  return Math.max(FAIR, (people / POLLS_PER_SECOND) * 1000);
}

/**
 * Milliseconds until a person should ask again.
 * Far from the door eight tenths of the expected wait, at most 60 s; within 10 s of the door just after the expected admission.
 * A pause below the fair one (3 s, more above 15,000 people) is given only while others poll so rarely that the sum allows it,
 * which keeps polls a second at or below a third of the people and at or below 5,000. Above 240,000 people the longest pause
 * becomes 1.25 fair ones (250 s at a million), which leaves a fifth of the polls to those near the door.
 *
 *   wait     expected wait, ms
 *   pollers  the room, this person included in `people` but not in `promised`
 *   ticket   of the person: spreads the longest pauses over their second half, so that they do not come in waves
 *
 * @example pollInterval(2000, { people: 10, promised: 1 }) // => 2100
 * @example pollInterval(2000, { people: 10, promised: 3.3 }) // => 3000
 * @example pollInterval(20_000, { people: 1000, promised: 50 }) // => 16000
 * @example pollInterval(600_000, { people: 40_000, promised: 4000 }) // => 60000
 * @example pollInterval(600_000, { people: 1_000_000, promised: 4000 }) // => 250000
 */
export function pollInterval(wait: number, pollers: Pollers, ticket = 0): number {
  const fair = fairPause(pollers.people);
  const longest = Math.max(LONGEST, 1.25 * fair) * (1 - SPREAD * ((ticket * GOLDEN) % 1));
  const wished = Math.min(longest, wishedPause(wait));
  if (wished >= fair) return Math.round(wished);
  const slack = (pollers.people * 1000) / fair - pollers.promised;
  return Math.round(slack > 1000 / fair ? Math.max(wished, 1000 / slack) : fair);
}
