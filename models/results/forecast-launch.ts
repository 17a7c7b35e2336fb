import type { CurveSpec } from '../workload/arrivals/curve-spec.ts';
import type { Quantity } from '../workload/surge/quantity.ts';
import type { PeakQuantiles } from './forecast.ts';

/** What an analogue counts: everybody who came, the longest line, or the busiest second. */
export type LaunchMeasure = 'people' | 'people waiting' | 'arrivals/s';

/** A comparable event as it went into the answer. */
export interface LaunchAnalogue {
  readonly name: string;
  readonly when: string;
  readonly origin: 'own' | 'public';
  readonly value: Quantity;
  /** People who could have come; null when it was not used for scaling. */
  readonly population: Quantity | null;
  /** What it says about this event: after population, growth and time. */
  readonly scaled: number;
  /** Its part of the pooled median, 0 to 1. */
  readonly weight: number;
}

/** How wide the answer is, and why. */
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
  /** Local time of the doors, or of the deadline. */
  readonly time: string;
  readonly timeZone: string;
  readonly type: 'launch' | 'deadline' | 'reopening';
  readonly shape: 'doors-open' | 'deadline' | 'adoption';
  readonly windowSeconds: number;
  readonly measure: LaunchMeasure;
  /** People who come in the window. */
  readonly people: PeakQuantiles;
  /** Highest arrival rate. */
  readonly arrivalsPerSecond: PeakQuantiles;
  /** Most people in line at once: beyond what is admitted, or everybody when nothing is known of that. */
  readonly crowd: PeakQuantiles & { readonly admissions: Quantity | null };
  /** Attempts a second when people who were turned away try again; left out when nothing was said of refusals. */
  readonly attemptsPerSecond?: PeakQuantiles & { readonly perPerson: number; readonly givingUp: number };
  /** People held back by a closure who come in addition, in the middle of the distribution. */
  readonly pentUp: number;
  readonly pool: LaunchPool;
  readonly analogues: readonly LaunchAnalogue[];
  /** Numbers that were not given, by name. */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  /** What keeps quantiles from going further, in sentences. */
  readonly limits: readonly string[];
  readonly curves: { readonly [quantile: string]: CurveSpec };
}
