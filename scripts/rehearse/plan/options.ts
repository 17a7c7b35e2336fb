import { PROFILES, type ProfileName } from '../../../models/workload/surge/surge.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { similarTo } from '../../terminal/similar.ts';

/** Options of `surgeproof rehearse` as typed. */
export interface TypedOptions {
  readonly profile: string;
  readonly target: string;
  readonly seed: string;
  readonly nodes?: string;
  readonly out?: string;
  readonly forecast?: string;
  readonly quantile?: string;
  readonly event?: string;
  readonly scale?: string;
}

/** Which curve of which forecast takes the place of the profile's arrivals. */
export interface ForecastChoice {
  readonly file: string;
  readonly quantile: string;
  /** null: the only event, or the peak day of the series. */
  readonly event: string | null;
  /** Factor on the rates; null: what suits the profile. */
  readonly scale: number | null;
}

export interface RehearseOptions {
  readonly profile: ProfileName;
  readonly target: string;
  readonly seed: number;
  /** null: as many as the profile says. */
  readonly nodes: number | null;
  readonly out: string | null;
  readonly forecast: ForecastChoice | null;
}

/** Seeds are 32-bit, so that every part of a run can use them as they are. */
const LARGEST_SEED = 4_294_967_295;
/** A capacity planner sizes for a bad day, not for the worst. */
const USUAL_QUANTILE = 'p95';
const LARGEST_SCALE = 10;
/** As many as the embedded service starts on one machine. */
const MOST_NODES = 20;

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

/** Checks all options; everything that is wrong is said at once. */
export function checkedOptions(typed: TypedOptions): RehearseOptions {
  const problems: string[] = [];
  const profile = PROFILES.find((one) => one === typed.profile);
  if (profile === undefined) {
    const similar = similarTo(typed.profile, PROFILES);
    problems.push(
      `--profile: must be one of ${PROFILES.join(', ')}, got ${typed.profile}${similar === null ? '' : `; did you mean ${similar}?`}`,
    );
  }
  const seed = wholeNumber(typed.seed, 0, LARGEST_SEED);
  if (seed === null) problems.push(`--seed: must be a whole number from 0 to ${LARGEST_SEED}, got ${typed.seed}`);
  const nodes = typed.nodes === undefined ? null : wholeNumber(typed.nodes, 1, MOST_NODES);
  if (typed.nodes !== undefined && nodes === null) {
    problems.push(`--nodes: must be a whole number from 1 to ${MOST_NODES}, got ${typed.nodes}`);
  } else if (nodes !== null && typed.target !== 'embedded') {
    problems.push(`--nodes: must be left out for target ${typed.target}, which is not started by surgeproof, got ${nodes}`);
  }
  const forecast = forecastChoice(typed, problems);
  if (typed.out === '') problems.push('--out: must be a folder, got nothing');
  if (problems.length > 0 || profile === undefined || seed === null) throw new SurgeproofError('invalid-options', { problems });
  return { profile, target: typed.target, seed, nodes, out: typed.out ?? null, forecast };
}

function forecastChoice({ forecast, quantile, event, scale }: TypedOptions, problems: string[]): ForecastChoice | null {
  if (forecast === undefined) {
    for (const [option, value] of Object.entries({ quantile, event, scale }))
      if (value !== undefined) problems.push(`--${option}: must be left out without --forecast, which it is about, got ${value}`);
    return null;
  }
  const by = scale === undefined ? null : Number(scale);
  if (by !== null && !(by > 0 && by <= LARGEST_SCALE))
    problems.push(`--scale: must be above 0 and at most ${LARGEST_SCALE}, got ${scale}; 0.1 sends a tenth of the arrivals`);
  return { file: forecast, quantile: (quantile ?? USUAL_QUANTILE).toLowerCase(), event: event ?? null, scale: by };
}
