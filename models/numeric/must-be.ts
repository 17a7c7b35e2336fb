import { Refusal } from '../refusal.ts';

/** Largest count (servers, users, places) a model accepts: every whole number up to it is exact in a double, with room for arithmetic. */
const LARGEST_COUNT = 1e12;

const outOfRange = (name: string, rule: string, given: unknown, hint = '') =>
  new Refusal('out-of-range', `${name}: must be ${rule}, got ${given}${hint}`);

/** Whoever writes a share above 1 means percent. */
const inPercent = (value: number) => (value > 1 ? '; it is a share: 0.2 for 20 %' : '');

/** Guards shared by all models: each throws a `Refusal` of code `out-of-range` that names the argument, the rule and what was given. */
export const mustBe = {
  /** A finite number above zero. */
  positive(name: string, value: number): void {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw outOfRange(name, 'a number above 0', value);
  },
  /** A finite number, zero or more. */
  nonNegative(name: string, value: number): void {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw outOfRange(name, 'a number of at least 0', value);
  },
  /** A finite number. */
  finite(name: string, value: number): void {
    if (!Number.isFinite(value)) throw outOfRange(name, 'a finite number', value);
  },
  /** A whole number from `least` to `most`. */
  whole(name: string, value: number, least = 1, most = LARGEST_COUNT): void {
    if (!Number.isInteger(value) || value < least) throw outOfRange(name, `a whole number of at least ${least}`, value);
    if (value > most) throw outOfRange(name, `a whole number of at most ${most}`, value);
  },
  /** A share from 0 to 1, the ends included. */
  share(name: string, value: number): void {
    if (!(value >= 0 && value <= 1)) throw outOfRange(name, 'from 0 to 1', value, inPercent(value));
  },
  /** A share strictly between 0 and 1. */
  openShare(name: string, value: number): void {
    if (!(value > 0 && value < 1)) throw outOfRange(name, 'above 0 and below 1', value, inPercent(value));
  },
  /** A number from `low` to `high`, the ends included. */
  between(name: string, value: number, low: number, high: number): void {
    if (!(value >= low && value <= high)) throw outOfRange(name, `from ${low} to ${high}`, value);
  },
  /** A percentile in percent, such as 99 or 99.9: above 0 and below 100. */
  percentile(name: string, value: number): void {
    if (!(value > 0 && value < 100)) throw outOfRange(name, 'a percentile above 0 and below 100 (99, not 0.99)', value);
  },
};
