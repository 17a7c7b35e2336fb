/** Seconds of a period by its names. */
const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
};

/**
 * Seconds of the period that a unit such as `payments/hour` counts by; null when it names none.
 *
 * @example secondsOfUnit('payments per hour') // => 3600
 */
export function secondsOfUnit(unit: string): number | null {
  const [, name] = /(?:\/|\bper )\s*([a-z]+?)s?$/i.exec(unit.trim()) ?? [];
  // The pattern takes an `s` alone for the plural of nothing.
  return SECONDS[(name ?? '').toLowerCase()] ?? (/(?:\/|\bper )\s*s$/i.test(unit.trim()) ? 1 : null);
}
