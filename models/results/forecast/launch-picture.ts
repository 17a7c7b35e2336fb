import type { Quantity } from '../../workload/surge/quantity.ts';
import type { ForecastLaunch } from './forecast-launch.ts';

/** An announced event at one quantile, at the moments of its picture. */
export interface LaunchLine {
  readonly quantile: 'p50' | 'p90' | 'p99';
  /** Arrivals per second. */
  readonly rates: readonly number[];
  /** People waiting; null when no admissions are stated. */
  readonly waiting: readonly number[] | null;
}

/** A quantile of the pooled analogues, in their unit. */
export interface PooledLevel {
  readonly level: number;
  readonly value: number;
}

/** A number of an event by its name. */
export interface NamedQuantity extends Quantity {
  readonly name: string;
}

/**
 * Content of a report on an announced event beside `forecast.json`: its curves as numbers, the pooled distribution, and the numbers it was
 * made from.
 */
export interface LaunchPicture {
  readonly launch: ForecastLaunch;
  /** Unix milliseconds at which the window begins. */
  readonly startedAt: number;
  /** Seconds since then, ascending over the window. */
  readonly moments: readonly number[];
  readonly lines: readonly LaunchLine[];
  /** From P10 to P99, ascending; none above `bound`. */
  readonly pooled: readonly PooledLevel[];
  readonly bound: number;
  /** All numbers that were given or assumed, and the bounds of the answer. */
  readonly numbers: readonly NamedQuantity[];
}
