import type { LaunchMeasure } from '../../results/forecast-launch.ts';
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
  /** Days after which half of them have done without. */
  readonly halfLifeDays: number;
}

/** An event that was announced, and everything that is known of it. Durations in seconds. */
export interface LaunchEvent {
  readonly name: string;
  readonly time: string;
  readonly timeZone: string;
  readonly type: 'launch' | 'deadline' | 'reopening';
  /** How long demand lasts after the doors open, or how long before the deadline people may come. */
  readonly window: number;
  readonly population: Quantity | null;
  /** Expected factor on the analogues, beyond that of the population; null when nobody said. */
  readonly growth: Quantity | null;
  readonly closure: Closure | null;
  /** Share of attempts that are turned away, share of those people who try again, and how often at most. */
  readonly refusal: { readonly refused: number; readonly retries: number; readonly most: number } | null;
  /** People the service lets in, per second. */
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
