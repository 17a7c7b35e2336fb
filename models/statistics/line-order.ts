import { createCounts, lowerBound } from './counts-below.ts';

/**
 * People of one line, four lists of equal length. What is known only within bounds has two numbers; what is known exactly has the same
 * number twice. Somebody who never left the line has an infinite `latest`.
 */
export interface PeopleInLine {
  /** Place in the line: bounds. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Instant of being let in: bounds. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
}

/** How a line kept its order. */
export interface LineOrder {
  /** People of whom it is certain that somebody behind them was let in first; `never`: those among them who were not let in at all. */
  readonly overtaken: number;
  readonly never: number;
  /** null when of no two people both orders are certain. */
  readonly kendallTau: number | null;
}

/**
 * How far people were let in in the order of the line. Only what the bounds prove counts: i stood before j when to(i) < from(j), and was
 * let in before j when latest(i) < earliest(j).
 *
 *   overtaken = #{ i : ∃ j behind i with latest(j) < earliest(i) }
 *   τ = (C − D) / (C + D)
 *
 *   C, D  pairs let in in the order of the line, and against it
 *
 * Pairs of which one order is open are left out (Goodman and Kruskal's γ): people let in at the same instant did not overtake each other.
 * A line that kept its order takes O(n log n) for two sorts; another one also counts pairs with two Fenwick trees.
 *
 * Source: M. G. Kendall, A new measure of rank correlation, Biometrika 30 (1938).
 * @example lineOrder(exactly([1, 2, 3], [10, 30, 20])) // => { overtaken: 1, never: 0, kendallTau: 0.3333333333333333 }
 */
export function lineOrder(people: PeopleInLine): LineOrder {
  const behind = sweep(people);
  const counts = countOvertaken(people, behind);
  if (counts.overtaken === 0) return { ...counts, kendallTau: anyInOrder(people, behind) ? 1 : null };
  const { kept, broken } = countPairs(people, behind);
  return { ...counts, kendallTau: (kept - broken) / (kept + broken) };
}

/**
 * People whose place and instant are known.
 *
 * @example exactly([1, 2], [30, 40]).latest[1] // => 40
 */
export function exactly(places: ArrayLike<number>, instants: ArrayLike<number>): PeopleInLine {
  const [place, instant] = [Float64Array.from(places), Float64Array.from(instants)];
  return { from: place, to: place, earliest: instant, latest: instant };
}

/** Visits people from the end of the line: `add` gets everybody behind a person before `visit` gets the person. */
type Sweep = (add: (person: number) => void, visit: (person: number) => void) => void;

function sweep({ from, to }: PeopleInLine): Sweep {
  const indices = Array.from(from, (_, i) => i);
  const byFrom = [...indices].sort((a, b) => from[b]! - from[a]!);
  const byTo = from === to ? byFrom : [...indices].sort((a, b) => to[b]! - to[a]!);
  return (add, visit) => {
    let next = 0;
    for (const person of byTo) {
      for (; next < byFrom.length && from[byFrom[next]!]! > to[person]!; next++) add(byFrom[next]!);
      visit(person);
    }
  };
}

function countOvertaken({ earliest, latest }: PeopleInLine, behind: Sweep): Pick<LineOrder, 'overtaken' | 'never'> {
  let overtaken = 0;
  let never = 0;
  let first = Number.POSITIVE_INFINITY;
  behind(
    (person) => {
      first = Math.min(first, latest[person]!);
    },
    (person) => {
      if (first >= earliest[person]!) return;
      overtaken++;
      if (latest[person] === Number.POSITIVE_INFINITY) never++;
    },
  );
  return { overtaken, never };
}

function anyInOrder({ earliest, latest }: PeopleInLine, behind: Sweep): boolean {
  let any = false;
  let last = Number.NEGATIVE_INFINITY;
  behind(
    (person) => {
      last = Math.max(last, earliest[person]!);
    },
    (person) => {
      if (last > latest[person]!) any = true;
    },
  );
  return any;
}

function countPairs({ earliest, latest }: PeopleInLine, behind: Sweep): { kept: number; broken: number } {
  const [instants, ends] = [earliest.slice().sort(), latest.slice().sort()];
  const [begun, ended] = [createCounts(instants.length), createCounts(ends.length)];
  let added = 0;
  let kept = 0;
  let broken = 0;
  behind(
    (person) => {
      added++;
      begun.add(lowerBound(instants, earliest[person]!));
      ended.add(lowerBound(ends, latest[person]!));
    },
    (person) => {
      broken += ended.below(lowerBound(ends, earliest[person]!));
      kept += added - begun.below(lowerBound(instants, latest[person]!, true));
    },
  );
  return { kept, broken };
}
