import type { QuantityKind } from '../workload/surge/quantity.ts';

/** Where the load generator stops being a witness. A value beyond `limit` makes the run INVALID, one beyond `warn` is a WARN. */
export interface GeneratorLimit {
  readonly limit: number;
  readonly warn: number;
  readonly unit: string;
  readonly source: string;
  readonly kind: QuantityKind;
}

/** Arrivals that were never started make the run lighter than promised. */
export const STARTED_SHARE: GeneratorLimit = {
  limit: 0.99,
  warn: 0.99,
  unit: 'share of scheduled arrivals',
  source: 'below this a percentile of the target is one of another surge',
  kind: 'assumed',
};

/** Late starts are part of *response* time, so they cannot flatter the target; they can only blame it. */
export const ON_TIME_SHARE: GeneratorLimit = {
  limit: 0.9,
  warn: 0.99,
  unit: 'share of arrivals within 25 ms of their intended start',
  source: 'a healthy generator reaches 99 %; with one in ten late, p95 is the generator’s own',
  kind: 'assumed',
};

/** Lag of arrivals and of the event loop, 99th percentile. */
export const LAG_P99: GeneratorLimit = {
  limit: 250,
  warn: 100,
  unit: 'ms',
  source: 'half of a tight p99 budget (500 ms): lag alone must not be able to break it',
  kind: 'derived',
};

/** One stall, however long the run: a percentile of a long run does not see it. */
export const STALL: GeneratorLimit = {
  limit: 1_500,
  warn: 1_000,
  unit: 'ms',
  source: 'two seconds in which k6 stands still are a gap in the load, and every open request looks slow by as much',
  kind: 'assumed',
};

/** k6 takes all its times from the clock of the machine. */
export const CLOCK_JUMP: GeneratorLimit = {
  limit: 1_000,
  warn: 1_000,
  unit: 'ms',
  source: 'time servers correct a clock by milliseconds; a second is what a line may be late after a stall',
  kind: 'assumed',
};

/** At the 95th percentile of seconds. */
export const CPU_SHARE: GeneratorLimit = {
  limit: 0.9,
  warn: 0.75,
  unit: 'share of all cores',
  source: 'queueing on the cores grows as ρ/(1 − ρ): nine times the service time at 90 %, three times at 75 %',
  kind: 'derived',
};

export const OPEN_FILE_SHARE: GeneratorLimit = {
  limit: 0.95,
  warn: 0.8,
  unit: 'share of the limit of open files',
  source: 'the last twentieth is needed by files that are no sockets',
  kind: 'assumed',
};

/** One second is forgiven however long the run is, since a VU may begin within second 0. */
export const SILENT_SECONDS: GeneratorLimit = {
  limit: 1,
  warn: 0,
  unit: 'seconds in which a VU wrote nothing',
  source: 'two seconds are a stall of the generator',
  kind: 'assumed',
};

/** For what must not happen at all. */
export const NONE: GeneratorLimit = { limit: 0, warn: 0, unit: 'count', source: 'a single one is a defect', kind: 'assumed' };
