import { parseDuration, parseRate, parseShare } from '../../models/definition/units/parse-units.ts';

/** A sentence about an option that cannot be read. */
export interface Problem {
  readonly problem: string;
}

/**
 * Seconds of a time above 0, in the grammar of surge files.
 *
 * @example seconds('--service-time', '40ms') // => 0.04
 */
export function seconds(option: string, text: string): number | Problem {
  const milliseconds = parseDuration(text) ?? 0;
  return milliseconds > 0 ? milliseconds / 1_000 : { problem: `${option}: must be a time above 0 such as 40ms or 1.5s, got ${text}` };
}

/**
 * Arrivals per second of a rate above 0, in the grammar of surge files.
 *
 * @example perSecond('--peak', '72,000/min') // => 1200
 */
export function perSecond(option: string, text: string): number | Problem {
  const rate = parseRate(text) ?? 0;
  return rate > 0 ? rate : { problem: `${option}: must be a rate above 0 such as 1200/s or 72000/min, got ${text}` };
}

/**
 * A share in percent, in the grammar of surge files, as a number from 0. A bare number is refused: `1` could be 1 % or all.
 *
 * @example share('--sd', '10%') // => 0.1
 */
export function share(option: string, text: string): number | Problem {
  const value = parseShare(text);
  if (value !== null) return value;
  const bare = text.trim() === '' ? Number.NaN : Number(text);
  const remedy = bare >= 0 ? `; write ${bare <= 1 ? `${Number((100 * bare).toPrecision(6))}%` : `${bare}%`}` : '';
  return { problem: `${option}: must be a share in percent such as 10%, got ${text}${remedy}` };
}

/**
 * A latency budget: its percentile, and its limit in seconds.
 *
 * @example budget('--budget', 'p99=200ms') // => { percentile: 99, limit: 0.2 }
 */
export function budget(option: string, text: string): { percentile: number; limit: number } | Problem {
  const [, percentile, time] = /^p(\d+(?:\.\d+)?)\s*(?:=|<=)\s*(.+)$/.exec(text.trim()) ?? [];
  const limit = time === undefined ? null : seconds(option, time);
  const given = Number(percentile);
  if (typeof limit !== 'number' || !(given > 0 && given < 100))
    return { problem: `${option}: must be a percentile and its limit such as p99=200ms, got ${text}` };
  return { percentile: given, limit };
}

/**
 * A number of at least `least`, whole when asked.
 *
 * @example amount('--servers-per-node', '8', { least: 1, whole: true }) // => 8
 */
export function amount(option: string, text: string, { least, whole }: { least: number; whole: boolean }): number | Problem {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && Number.isFinite(value) && (!whole || Number.isInteger(value))) return value;
  return { problem: `${option}: must be a ${whole ? 'whole ' : ''}number of at least ${least}, got ${text}` };
}
