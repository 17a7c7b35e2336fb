import type { LaunchMeasure } from '../../results/forecast/forecast-launch.ts';
import type { Quantity } from '../../workload/surge/quantity.ts';

/** A comparable event of the past. */
export interface Analogue {
  readonly name: string;
  readonly when: string;
  readonly origin: 'own' | 'public';
  readonly measure: LaunchMeasure;
  readonly value: Quantity;
  /** People who could have come, or any other size the event grows with; null when unknown. */
  readonly population: Quantity | null;
  /** Seconds in which the people of `value` were counted; null for other measures, and for the whole window. */
  readonly within: number | null;
  /** Days the service was closed before it. */
  readonly closureDays: number;
}

/** Demand that a closure held back. */
export interface Closure {
  readonly days: number;
  /** People who would have come each day. */
  readonly usualPerDay: number;
  /** Share of those held back who come at all. */
  readonly returning: number;
  /** Days after which half of them no longer need it. */
  readonly halfLifeDays: number;
}

/** An announced event with its stated facts. Durations in seconds. */
export interface LaunchEvent {
  readonly name: string;
  readonly time: string;
  readonly timeZone: string;
  readonly type: 'launch' | 'deadline' | 'reopening';
  /** Seconds that demand lasts after the opening, or seconds before the deadline in which people may come. */
  readonly window: number;
  readonly population: Quantity | null;
  /** Expected factor on the analogues, in addition to that of the population; null when not stated. */
  readonly growth: Quantity | null;
  readonly closure: Closure | null;
  /** Share of attempts that are refused, share of refused people who try again, and the most attempts a person makes. */
  readonly refusal: { readonly refused: number; readonly retries: number; readonly most: number } | null;
  /** People admitted per second. */
  readonly admissions: Quantity | null;
  /** Arrivals per second that go on beside the event. */
  readonly usual: Quantity | null;
  /** Seconds of the first rush, and seconds in which the rate then halves. */
  readonly opening: { readonly hold: number; readonly halfLife: number } | null;
  /** Rate at the deadline over the usual one, and seconds in which it rises. */
  readonly rush: { readonly growth: number; readonly lasting: number } | null;
  /** Coefficients of Bass for one period, in seconds, of a thing that spreads by being seen. */
  readonly adoption: { readonly innovation: number; readonly imitation: number; readonly period: number } | null;
  readonly analogues: readonly Analogue[];
}
