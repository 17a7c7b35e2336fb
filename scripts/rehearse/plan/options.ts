import { parseDuration, parseRate } from '../../../models/definition/units/parse-units.ts';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';

/** Options of `surgeproof rehearse` as typed. */
export interface TypedOptions {
  readonly profile?: string;
  readonly target?: string;
  readonly config?: string;
  readonly seed: string;
  readonly nodes?: string;
  readonly bug?: string;
  readonly rate?: string;
  readonly for?: string;
  readonly url?: string;
  readonly out?: string;
  readonly forecast?: string;
  readonly quantile?: string;
  readonly event?: string;
  readonly scale?: string;
  readonly timezone?: string;
  readonly line?: string;
  /** False with `--no-walk`. */
  readonly walk: boolean;
}

/** Which curve of which forecast replaces the arrivals of the profile. */
export interface ForecastChoice {
  readonly file: string;
  readonly quantile: string;
  /** null: the only event, or the peak day of the series. */
  readonly event: string | null;
  /** Factor on the rates; null: what suits the profile. */
  readonly scale: number | null;
}

export interface RehearseOptions {
  /** null: `smoke` where the surge has it, or else its first. */
  readonly profile: string | null;
  readonly target: string | null;
  readonly config: string | null;
  readonly seed: number;
  /** null: as many as the profile says. */
  readonly nodes: number | null;
  /** A mistake of the reference service to start it with; null: none. */
  readonly bug: string | null;
  /** Arrivals per second, and seconds, in place of those of the profile. */
  readonly rate: number | null;
  readonly seconds: number | null;
  /** The one address that is rehearsed without a file; null also when what was typed is none, which is a problem already. */
  readonly url: URL | null;
  readonly out: string | null;
  readonly forecast: ForecastChoice | null;
  readonly timezone: string | null;
  /** Which line polls the people in the queue; null: the native one where it can be had. */
  readonly line: LineKind | null;
  readonly walk: boolean;
}

/** Seeds are 32-bit, so that every part of a run can use them as they are. */
const LARGEST_SEED = 4_294_967_295;
/** A capacity planner sizes for a bad day, not for the worst. */
const USUAL_QUANTILE = 'p95';
const LARGEST_SCALE = 10;
/** As many as a reference service starts on one machine. */
export const MOST_NODES = 20;

/**
 * A whole number in a range; null when the text is not one.
 *
 * @example wholeNumber('4', 1, 20) // => 4
 * @example wholeNumber('4.5', 1, 20) // => null
 */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** Reads all options; everything that is wrong is added to `problems`, and a stand-in lets the reading go on. */
export function readOptions(typed: TypedOptions, problems: string[]): RehearseOptions {
  const seed = wholeNumber(typed.seed, 0, LARGEST_SEED);
  if (seed === null) problems.push(`--seed: must be a whole number from 0 to ${LARGEST_SEED}, got ${typed.seed}`);
  const nodes = typed.nodes === undefined ? null : wholeNumber(typed.nodes, 1, MOST_NODES);
  if (typed.nodes !== undefined && nodes === null)
    problems.push(`--nodes: must be a whole number from 1 to ${MOST_NODES}, got ${typed.nodes}`);
  for (const name of ['out', 'target', 'profile'] as const)
    if (typed[name] === '') problems.push(`--${name}: must not be empty, got nothing`);
  return {
    profile: typed.profile ?? null,
    target: typed.target ?? null,
    config: typed.config ?? null,
    seed: seed ?? 1,
    nodes,
    bug: typed.bug ?? null,
    ...readArrivals(typed, problems),
    url: readUrl(typed, problems),
    out: typed.out ?? null,
    forecast: readForecast(typed, problems),
    timezone: readTimezone(typed.timezone, problems),
    line: readLine(typed.line, problems),
    walk: typed.walk,
  };
}

function readLine(line: string | undefined, problems: string[]): LineKind | null {
  if (line === undefined || line === 'native' || line === 'typescript') return line ?? null;
  problems.push(`--line: must be native or typescript, got ${line}`);
  return null;
}

function readArrivals(typed: TypedOptions, problems: string[]): Pick<RehearseOptions, 'rate' | 'seconds'> {
  const rate = typed.rate === undefined ? null : parseRate(typed.rate);
  const length = typed.for === undefined ? null : parseDuration(typed.for);
  if (typed.rate !== undefined && !(rate !== null && rate > 0))
    problems.push(`--rate: must be a rate above 0 with its unit such as 50/s or 1200/min, got ${typed.rate}`);
  if (typed.for !== undefined && !(length !== null && length > 0))
    problems.push(`--for: must be a length of time above 0 with its unit such as 30s or 3min, got ${typed.for}`);
  if (typed.forecast !== undefined)
    for (const name of ['rate', 'for'] as const)
      if (typed[name] !== undefined)
        problems.push(`--${name}: must be left out with --forecast, whose arrivals it would replace, got ${typed[name]}`);
  return { rate, seconds: length === null ? null : length / 1_000 };
}

/** One address may be rehearsed without a file, which says neither how many people come nor for how long. */
function readUrl({ url, rate, for: length, target, profile }: TypedOptions, problems: string[]): URL | null {
  if (url === undefined) return null;
  for (const [name, value] of Object.entries({ rate, for: length }))
    if (value === undefined) problems.push(`--${name}: must be given with --url, got nothing; for example --rate 50/s --for 30s`);
  for (const [name, value] of Object.entries({ target, profile }))
    if (value !== undefined) problems.push(`--${name}: must be left out with --url, got ${value}`);
  const parsed = /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url) : null;
  if (parsed === null) problems.push(`--url: must be an address with http:// or https://, got ${url}`);
  else if (parsed.username || parsed.password)
    problems.push('--url: must not carry a name and password; write a surge file and send a header');
  else return parsed;
  return null;
}

function readForecast({ forecast, quantile, event, scale }: TypedOptions, problems: string[]): ForecastChoice | null {
  if (forecast === undefined) {
    for (const [option, value] of Object.entries({ quantile, event, scale }))
      if (value !== undefined) problems.push(`--${option}: must be left out without --forecast, got ${value}; add --forecast <file>`);
    return null;
  }
  const by = scale === undefined ? null : Number(scale);
  if (by !== null && !(by > 0 && by <= LARGEST_SCALE))
    problems.push(`--scale: must be above 0 and at most ${LARGEST_SCALE}, got ${scale}; 0.1 sends a tenth of the arrivals`);
  return { file: forecast, quantile: (quantile ?? USUAL_QUANTILE).toLowerCase(), event: event ?? null, scale: by };
}

/** A time zone that this Node knows; null when none is given. */
export function readTimezone(name: string | undefined, problems: string[]): string | null {
  if (name === undefined) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    problems.push(`--timezone: must be a name of the IANA time zones such as Asia/Seoul or UTC, got ${name}`);
    return null;
  }
}
