import { randomBytes } from 'node:crypto';

/** Random numbers that are good for one use, and what belongs to each. */
export interface Once<Value> {
  issue(value: Value): string;
  /** What belongs to a number, which is used up by this; null when it is unknown, used or older than ten minutes. */
  use(number: string): Value | null;
  /** The same without using it up. */
  look(number: string): Value | null;
}

const GOOD_FOR = 600_000;
const BYTES = 16;

/** Nothing issued yet. `now` is a clock in milliseconds. */
export function onceOf<Value>(now: () => number): Once<Value> {
  const issued = new Map<string, { readonly value: Value; readonly at: number }>();
  const forget = (): void => {
    for (const [number, { at }] of issued) {
      if (at > now() - GOOD_FOR) return;
      issued.delete(number);
    }
  };
  const look = (number: string): Value | null => {
    const entry = issued.get(number);
    return entry === undefined || entry.at <= now() - GOOD_FOR ? null : entry.value;
  };
  return {
    issue(value) {
      forget();
      const number = randomBytes(BYTES).toString('hex');
      issued.set(number, { value, at: now() });
      return number;
    },
    use(number) {
      const value = look(number);
      issued.delete(number);
      return value;
    },
    look,
  };
}
