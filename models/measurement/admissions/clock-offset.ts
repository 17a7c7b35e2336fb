/** What the waiting room says of one admission, against what the load generator knows of it. Milliseconds. */
export interface Claim {
  /** From the instant the room names to the answer that told the person; negative when the room names a later one. */
  readonly since: number;
  /** From the last question that was answered with *waiting* to that answer. */
  readonly gap: number;
}

/** Some rooms name whole seconds, and all let people in by ticks: differences this small say nothing. Milliseconds. */
export const CLOCK_TOLERANCE = 1_000;

/** Clocks of machines without a time service differ by seconds; what is further away is no clock, but a wrong word. Milliseconds; assumed. */
const FARTHEST_CLOCK = 60_000;

/**
 * How far the clock of the waiting room is ahead of the load generator's: the offset that agrees with most admissions, and of these the
 * one nearest to 0; 0 beyond a minute. A person was let in between the last *waiting* and the first *admitted*, so an admission agrees with the offsets from
 * −since to gap − since.
 *
 * Without this, a room whose clock is a second off would seem to lie, and one that lies would pass for one whose clock is off.
 *
 * @example clockOffset([{ since: 500, gap: 2000 }]) // => 0
 * @example clockOffset([{ since: -3000, gap: 2000 }, { since: -1500, gap: 2000 }]) // => 3000
 */
export function clockOffset(claims: readonly Claim[]): number {
  const begins = Float64Array.from(claims, ({ since }) => -since).sort();
  const ends = Float64Array.from(claims, ({ since, gap }) => gap - since).sort();
  let best = { agreeing: 0, offset: 0 };
  let closed = 0;
  for (let open = 0; open < begins.length; open++) {
    const begin = begins[open]!;
    while (ends[closed]! < begin) closed++;
    // No other offset up to the next end agrees with more of those that have begun.
    const offset = Math.max(begin, Math.min(0, ends[closed]!));
    const agreeing = open + 1 - closed;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && Math.abs(offset) < Math.abs(best.offset))) best = { agreeing, offset };
  }
  return Math.abs(best.offset) <= FARTHEST_CLOCK ? best.offset : 0;
}

/** Whether the room's word on one admission agrees with what the load generator saw. */
export function agrees({ since, gap }: Claim, offset: number): boolean {
  return offset >= -since - CLOCK_TOLERANCE && offset <= gap - since + CLOCK_TOLERANCE;
}
