import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';
import type { Festival } from './festivals-in.ts';
import { errorRows, independentWindows, type PastErrors } from './past-errors.ts';
import { centred, errorPool, pathsFrom } from './paths/joint-paths.ts';
import { highestOf, mappedPaths } from './paths/path-rows.ts';

/** Correction of the maxima of futures that would have calibrated them in the past; logarithms. */
export interface PeakCalibration {
  /** Added to the median of the maximum. */
  readonly shift: number;
  /** Factor on the distance above the median. */
  readonly stretch: number;
  /** Past windows like the one ahead that do not overlap; of windows over a festival, the festivals. */
  readonly alike: number;
}

/** Most past windows that are used, and futures drawn for each: enough for a median. */
const MOST_WINDOWS = 66;
const FUTURES = 40;
/** Share of a window that must be known. */
const KNOWN = 0.8;
/** Prior weight, in independent windows, of no correction; and in festivals, of the correction of all windows. */
const PRIOR = 20;
const FESTIVAL_PRIOR = 5;
/** How often a festival counts by its name: one of the same name twice. */
const VOICES = { same: 2, other: 1 } as const;
const MOST_STRETCH = 2;
const LEVEL = 0.9;

/** A past window: how far its maximum lay above the predicted median, and the predicted 90 % quantile above that median. */
interface PastWindow {
  readonly missed: number;
  readonly reach: number;
  readonly age: number;
  readonly festivals: readonly Festival[];
}

/**
 * Calibrates the predicted maximum on past windows. For each window, futures are drawn from errors that do not overlap with it, and their
 * maxima are compared with the actual one. The median difference is the shift. The 90 % quantile of the remaining difference, as a multiple
 * of the predicted distance, is the stretch. Both are shrunk when few windows are independent. This corrects errors of a block bootstrap, such as a spread that
 * depends on the level.
 *
 * A window without a festival is calibrated on such windows. One over a festival is calibrated on the festivals of the past, each forecast by
 * methods that had not seen it: those of the same name count twice; what few of them say is shrunk towards what all windows say.
 *
 * Source: split conformal prediction, J. Lei et al., Distribution-free predictive inference for regression, JASA 113 (2018), with its quantile level
 * τ·(1 + 1/n), applied to the window maximum.
 */
export function peakCalibration(past: PastErrors, seed: number): PeakCalibration {
  const all = pastWindows(past, seed);
  const days = (all.length === 0 ? 0 : past.errors[0]!.length) / past.perDay;
  const independent =
    all.length === 0
      ? 0
      : independentWindows(
          all.map(({ age }) => age),
          days,
        );
  const ahead = past.festivals?.ahead ?? [];
  if (ahead.length === 0) {
    const calm = all.filter(({ festivals }) => festivals.length === 0);
    return calibrationOf(calm, (independent * calm.length) / Math.max(all.length, 1));
  }
  return festivalCalibration(all, ahead, calibrationOf(all, independent));
}

/** Median and 90 % quantile of what windows missed, shrunk towards no correction. */
function calibrationOf(windows: readonly PastWindow[], independent: number): PeakCalibration {
  if (windows.length === 0) return { shift: 0, stretch: 1, alike: 0 };
  const middle = quantileOf(
    windows.map(({ missed }) => missed),
    0.5,
  );
  const trusted = independent / (independent + PRIOR);
  return { shift: middle * trusted, stretch: stretchOf(windows, middle, independent) ** trusted, alike: independent };
}

/** The same of windows over festivals, shrunk towards the correction of all windows. */
function festivalCalibration(windows: readonly PastWindow[], ahead: readonly Festival[], base: PeakCalibration): PeakCalibration {
  const byDay = new Map<number, { name: string; windows: PastWindow[] }>();
  for (const window of windows) {
    for (const { name, day } of window.festivals) {
      const known = byDay.get(day) ?? { name, windows: [] };
      known.windows.push(window);
      byDay.set(day, known);
    }
  }
  const alike = byDay.size;
  if (alike === 0) return { ...base, alike };
  const isSame = (name: string): boolean => ahead.some((festival) => festival.name === name);
  const each = [...byDay.values()].flatMap(({ name, windows: own }) => {
    const middle = quantileOf(
      own.map(({ missed }) => missed),
      0.5,
    );
    return new Array<number>(isSame(name) ? VOICES.same : VOICES.other).fill(middle);
  });
  const middle = quantileOf(each, 0.5);
  const stretch = stretchOf(
    windows.filter(({ festivals }) => festivals.length > 0),
    middle,
    alike,
  );
  const shifted = alike / (alike + FESTIVAL_PRIOR);
  const stretched = alike / (alike + PRIOR);
  return { shift: shifted * middle + (1 - shifted) * base.shift, stretch: stretch ** stretched * base.stretch ** (1 - stretched), alike };
}

function stretchOf(windows: readonly PastWindow[], middle: number, independent: number): number {
  const beyond = quantileOf(
    windows.map(({ missed, reach }) => (missed - middle) / Math.max(reach, 1e-6)),
    Math.min(1, LEVEL * (1 + 1 / independent)),
  );
  return Math.min(Math.max(beyond, 1 / MOST_STRETCH), MOST_STRETCH);
}

const quantileOf = (values: readonly number[], level: number): number => interpolatedQuantile(Float64Array.from(values).sort(), level);

/** The windows of the past that are known, at most so many. */
function pastWindows(past: PastErrors, seed: number): PastWindow[] {
  const rows = errorRows(past);
  const days = (rows[0]?.row.length ?? 0) / past.perDay;
  const every = Math.max(1, Math.ceil(rows.length / MOST_WINDOWS));
  return rows
    .filter((_, i) => i % every === 0)
    .flatMap(({ origin, age }) => {
      const one = missed(past, origin, errorPool(rows, age, days), seed + origin);
      return one === null ? [] : [{ ...one, age, festivals: past.festivals?.past[origin] ?? [] }];
    });
}

/**
 * Difference between the highest value of a past window and the median of its predicted maximum, and between the predicted 90 % quantile
 * and that median; null when too much of the window is unknown.
 */
function missed(
  { said, errors, block }: PastErrors,
  origin: number,
  pool: ReturnType<typeof errorPool>,
  seed: number,
): { missed: number; reach: number } | null {
  const error = errors[origin]!;
  const known = error.filter(Number.isFinite).length;
  if (known < KNOWN * error.length || pool.all.length === 0) return null;
  const path = said[origin]!;
  // Of the days that are known alone: nothing is higher than what is unknown.
  const onKnown = (value: number, k: number): number => (Number.isFinite(error[k]) ? value : Number.NEGATIVE_INFINITY);
  const drawn = new Float64Array(FUTURES);
  mappedPaths(centred(pathsFrom(path, pool, block, FUTURES, seed), path), onKnown).forEach((future, i) => {
    drawn[i] = highestOf(future);
  });
  drawn.sort();
  const middle = interpolatedQuantile(drawn, 0.5);
  const was = highestOf(path.map((value, k) => onKnown(value + error[k]!, k)));
  return { missed: was - middle, reach: interpolatedQuantile(drawn, LEVEL) - middle };
}

/** Lower bounds of the maximum: the highest median, and the highest 90 % quantile, of single periods. */
export interface PeakFloor {
  readonly p50: number;
  readonly p90: number;
}

/**
 * Futures shifted as a whole so that their maxima are calibrated; the shape of each, and the time of its maximum, are kept.
 *
 * @param widen factor on the spread to both sides, for a short past
 */
export function calibratedPaths(
  paths: readonly Float64Array[],
  { shift, stretch }: Pick<PeakCalibration, 'shift' | 'stretch'>,
  widen: number,
  floor: PeakFloor,
): Float64Array[] {
  const maxima = new Float64Array(paths.length);
  for (let i = 0; i < maxima.length; i++) maxima[i] = highestOf(paths[i]!);
  const sorted = maxima.slice().sort();
  const old = interpolatedQuantile(sorted, 0.5);
  const reach = interpolatedQuantile(sorted, LEVEL) - old;
  const middle = Math.max(old + shift, floor.p50);
  const up = reach > 0 ? Math.max(stretch * widen, (floor.p90 - middle) / reach) : 1;
  const moves = maxima.map((most) => middle + (most > old ? up : widen) * (most - old) - most);
  return mappedPaths(paths, (value, _, i) => value + moves[i]!);
}
