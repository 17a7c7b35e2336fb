import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import type { Quantity } from '../../workload/surge/quantity.ts';
import type { PeakQuantiles } from './peak-quantiles.ts';

/** Quantity that an analogue counts: all people who came, the most people waiting, or arrivals in the busiest second. */
export type LaunchMeasure = 'people' | 'people waiting' | 'arrivals/s';

/** A comparable event as it went into the answer. */
export interface LaunchAnalogue {
  readonly name: string;
  readonly when: string;
  readonly origin: 'own' | 'public';
  readonly value: Quantity;
  /** People who could have come; null when it was not used for scaling. */
  readonly population: Quantity | null;
  /** Its estimate for this event, scaled by population, growth and time. */
  readonly scaled: number;
  /** Its part of the pooled median, 0 to 1. */
  readonly weight: number;
}

/** Spread of the distribution, and its origin. */
export interface LaunchPool {
  readonly analogues: number;
  /** Effective number of analogues: public ones count together as one where there are own ones. */
  readonly effective: number;
  /** Degrees of freedom of Student's t. */
  readonly degrees: number;
  /** Standard deviation of logarithms. */
  readonly spread: number;
  readonly spreadFrom: 'analogues' | 'prior' | 'floor';
}

/** A launch, a deadline or a reopening that was announced, as a distribution. */
export interface ForecastLaunch {
  readonly name: string;
  /** Local time of the opening, or of the deadline. */
  readonly time: string;
  readonly timeZone: string;
  readonly type: 'launch' | 'deadline' | 'reopening';
  readonly shape: 'doors-open' | 'deadline' | 'adoption';
  readonly windowSeconds: number;
  readonly measure: LaunchMeasure;
  /** Arrivals in the window: somebody with several devices arrives several times. */
  readonly arrivals: PeakQuantiles;
  /** People who come in the window, never more than the population. */
  readonly people: PeakQuantiles;
  /** Highest arrival rate. */
  readonly arrivalsPerSecond: PeakQuantiles;
  /** Most people waiting at once: those beyond the admissions, or all people when no admissions are stated; never more than the population. */
  readonly crowd: PeakQuantiles & { readonly admissions: Quantity | null };
  /** Attempts per second when refused people try again; left out when no refusals are stated. */
  readonly attemptsPerSecond?: PeakQuantiles & { readonly perPerson: number; readonly givingUp: number };
  /** People held back by a closure who come in addition, in the middle of the distribution. */
  readonly pentUp: number;
  readonly pool: LaunchPool;
  readonly analogues: readonly LaunchAnalogue[];
  /** Numbers that were not given, by name. */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  /** Sentences about the bounds that cut the quantiles. */
  readonly limits: readonly string[];
  readonly curves: { readonly [quantile: string]: CurveSpec };
}
