import type { Instant, OptionValue } from '../workload/audit/audit-spec.ts';

/** What kind of value an option has; `unless` is what holds when it is left out, and without it the option must be given. */
export type OptionSpec =
  | { readonly kind: 'instant' }
  | { readonly kind: 'duration'; readonly unless: number }
  | { readonly kind: 'rate' }
  | { readonly kind: 'count'; readonly unless: number }
  | { readonly kind: 'texts'; readonly unless: readonly string[] };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Options as a check takes them: every instant in Unix milliseconds. */
export type OptionValues<Of extends OptionSpecs> = {
  readonly [Name in keyof Of]: Of[Name]['kind'] extends 'texts' ? readonly string[] : number;
};

const DAY = 86_400_000;

/**
 * Unix milliseconds of an instant, for a run whose second 0 is `startedAt`. A time of day is that of the day on which the run began, on a clock
 * with the offset given.
 *
 * @example instantOf({ after: 40000 }, 1000) // => 41000
 * @example instantOf({ timeOfDay: 63000000, offset: 32400000 }, 0) // => 30600000
 */
export function instantOf(instant: Instant, startedAt: number): number {
  if ('at' in instant) return instant.at;
  if ('after' in instant) return startedAt + instant.after;
  const midnight = Math.floor((startedAt + instant.offset) / DAY) * DAY;
  return midnight + instant.timeOfDay - instant.offset;
}

const isInstant = (value: OptionValue): value is Instant => typeof value === 'object' && !Array.isArray(value);

/** Options of an invariant for a run: those that are given, what holds unless, and instants as they fell. */
export function optionsOf(
  specs: OptionSpecs,
  given: Readonly<Record<string, OptionValue>>,
  startedAt: number,
): Readonly<Record<string, number | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const value = given[name] ?? ('unless' in spec ? spec.unless : Number.NaN);
      return [name, isInstant(value) ? instantOf(value, startedAt) : value];
    }),
  );
}
