/** Polls a second the room is built for; beyond `POLLS_PER_SECOND × 30 s` people it asks them to poll less often than every 30 s. */
const POLLS_PER_SECOND = 5_000;
const SHORTEST = 1_000;
const LONGEST = 30_000;
/** A mean pause of 3 s: polls a second stay at or below a third of the people. */
const FAIR = 3_000;
/** The last poll is planned two ticks after the expected admission, so that it finds the door open. */
const MARGIN = 100;
/** Far from the door the next poll comes after this part of the wait: the estimate is read again while it can still be wrong by a third. */
const PART_OF_WAIT = 0.7;

/** The pause that serves this person best: the poll before the last leaves a fair pause for the last one. */
const wishedPause = (wait: number): number =>
  wait <= 2 * FAIR ? Math.max(SHORTEST, wait + MARGIN) : Math.min(PART_OF_WAIT * wait, wait - FAIR);

/** Everybody who polls: those in line and those who were let in but do not know it yet. */
export interface Pollers {
  readonly people: number;
  /** Polls a second the pauses given to the others add up to. */
  readonly promised: number;
}

/** Mean pause, ms, at which `people` use up what the room allows. */
const fairPause = (people: number): number => Math.max(FAIR, (people / POLLS_PER_SECOND) * 1000);

/**
 * Milliseconds until a person should ask again.
 * Far from the door seven tenths of the expected wait, at most 30 s; within 6 s of the door just after the expected admission.
 * A pause below the fair one (3 s, more above 15,000 people) is given only while others poll so rarely that the sum allows it,
 * which keeps polls a second at or below a third of the people and at or below 5,000. Above 120,000 people the longest pause
 * becomes 1.25 fair ones (250 s at a million), which leaves a fifth of the polls to those near the door.
 *
 *   wait     expected wait, ms
 *   pollers  the room, this person included in `people` but not in `promised`
 *
 * @example pollInterval(2000, { people: 10, promised: 1 }) // => 2100
 * @example pollInterval(2000, { people: 10, promised: 3.3 }) // => 3000
 * @example pollInterval(20_000, { people: 1000, promised: 50 }) // => 14000
 * @example pollInterval(600_000, { people: 40_000, promised: 4000 }) // => 30000
 * @example pollInterval(600_000, { people: 1_000_000, promised: 4000 }) // => 250000
 */
export const pollInterval = (wait: number, pollers: Pollers): number => {
  const fair = fairPause(pollers.people);
  const longest = Math.max(LONGEST, 1.25 * fair);
  const wished = Math.min(longest, wishedPause(wait));
  if (wished >= fair) return Math.round(wished);
  const slack = (pollers.people * 1000) / fair - pollers.promised;
  return Math.round(slack > 1000 / fair ? Math.max(wished, 1000 / slack) : fair);
};
