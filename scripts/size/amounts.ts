/** Seconds in a unit of time as people write it. */
const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
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

/** A sentence about an option that cannot be read. */
export interface Problem {
  readonly problem: string;
}

const NUMBER = '(\\d[\\d,]*(?:\\.\\d+)?)';
const numberOf = (text: string) => Number(text.replaceAll(',', ''));

/**
 * Seconds of a time such as `40ms`, `1.5s` or `2min`.
 * @example seconds('--service-time', '40ms') // => 0.04
 */
export function seconds(option: string, text: string): number | Problem {
  const [, amount, unit] = new RegExp(`^${NUMBER}\\s*(ms|s|min|h)$`).exec(text.trim()) ?? [];
  if (amount === undefined || numberOf(amount) <= 0)
    return { problem: `${option}: must be a time above 0 such as 40ms or 1.5s, got ${text}` };
  return numberOf(amount) * SECONDS[unit!]!;
}

/**
 * Arrivals per second of a rate such as `1200/s` or `72,000/min`.
 * @example perSecond('--peak', '72,000/min') // => 1200
 */
export function perSecond(option: string, text: string): number | Problem {
  const [, amount, unit] = new RegExp(`^${NUMBER}\\s*/\\s*(s|min|h|d)$`).exec(text.trim()) ?? [];
  if (amount === undefined || numberOf(amount) <= 0)
    return { problem: `${option}: must be a rate above 0 such as 1200/s or 72000/min, got ${text}` };
  return numberOf(amount) / SECONDS[unit!]!;
}

/**
 * A share of `10%`, or of `0.1`; a number above 1 without a percent sign is taken for neither.
 * @example share('--sd', '10%') // => 0.1
 */
export function share(option: string, text: string): number | Problem {
  const [, amount, percent] = new RegExp(`^${NUMBER}\\s*(%?)$`).exec(text.trim()) ?? [];
  if (amount === undefined) return { problem: `${option}: must be a share such as 10% or 0.1, got ${text}` };
  if (percent === '%') return numberOf(amount) / 100;
  if (numberOf(amount) <= 1) return numberOf(amount);
  return { problem: `${option}: must be a share such as 10% or 0.1, got ${text}; ${text} per cent is written ${text.trim()}%` };
}

/**
 * A latency budget such as `p99=200ms`; the limit in seconds.
 * @example budget('--budget', 'p99=200ms') // => { percentile: 99, limit: 0.2 }
 */
export function budget(option: string, text: string): { percentile: number; limit: number } | Problem {
  const [, percentile, time] = /^p(\d+(?:\.\d+)?)\s*(?:=|<=)\s*(.+)$/.exec(text.trim()) ?? [];
  const limit = time === undefined ? null : seconds(option, time);
  const given = Number(percentile);
  if (limit === null || typeof limit !== 'number' || !(given > 0 && given < 100))
    return { problem: `${option}: must be a percentile and its limit such as p99=200ms, got ${text}` };
  return { percentile: given, limit };
}

/**
 * A number; `least` and whether it has to be whole are part of the sentence.
 * @example amount('--servers-per-node', '8', { least: 1, whole: true }) // => 8
 */
export function amount(option: string, text: string, { least, whole }: { least: number; whole: boolean }): number | Problem {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && Number.isFinite(value) && (!whole || Number.isInteger(value))) return value;
  return { problem: `${option}: must be a ${whole ? 'whole ' : ''}number of at least ${least}, got ${text}` };
}

/**
 * Seconds of the period that a unit such as `payments/hour` counts by; null when it names none.
 * @example secondsOfUnit('payments per hour') // => 3600
 */
export function secondsOfUnit(unit: string): number | null {
  const [, name] = /(?:\/|\bper )\s*([a-z]+?)s?$/i.exec(unit.trim()) ?? [];
  // `s` alone is a second, not a plural of nothing.
  return SECONDS[(name ?? '').toLowerCase()] ?? (/(?:\/|\bper )\s*s$/i.test(unit.trim()) ? 1 : null);
}
