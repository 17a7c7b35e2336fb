/** `1200`, `1,200`, `0.5`, `.5`. A comma only parts thousands: `1,5` could be one and a half or fifteen. */
const NUMBER = '((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)';
const DURATION = new RegExp(`^${NUMBER}\\s*(ms|s|min|h)$`);
const RATE = new RegExp(`^${NUMBER}\\s*/\\s*(s|min|h|d)$`);
const SHARE = new RegExp(`^${NUMBER}\\s*%$`);

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3_600, d: 86_400 };

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
/** Drops the noise of binary fractions: 0.7 % is 0.007, not 0.006999…. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/**
 * Milliseconds of a duration; null when it is none. A number without a unit is none.
 *
 * @example parseDuration('1.5 s') // => 1500
 */
export function parseDuration(text: string): number | null {
  const [, amount, unit] = DURATION.exec(text.trim()) ?? [];
  return amount === undefined ? null : tidy(numberOf(amount) * SECONDS[unit!]! * 1_000);
}

/**
 * Arrivals per second of a rate; null when it is none.
 *
 * @example parseRate('72,000/min') // => 1200
 */
export function parseRate(text: string): number | null {
  const [, amount, unit] = RATE.exec(text.trim()) ?? [];
  return amount === undefined ? null : tidy(numberOf(amount) / SECONDS[unit!]!);
}

/**
 * A share of a text in percent; null when it is none.
 *
 * @example parseShare('0.1 %') // => 0.001
 */
export function parseShare(text: string): number | null {
  const [, amount] = SHARE.exec(text.trim()) ?? [];
  return amount === undefined ? null : tidy(numberOf(amount) / 100);
}
