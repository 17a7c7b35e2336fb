import type { Quantity } from '../../workload/surge/quantity.ts';

/** Where the load generator stops being a witness. A value beyond `limit` makes the run INVALID, one beyond `warn` is worth a WARN. */
export interface GeneratorLimit extends Quantity {
  readonly warn: number;
}

/** Arrivals that were never started make the run lighter than promised: no excuse. */
export const STARTED_SHARE: GeneratorLimit = {
  value: 0.99,
  warn: 0.99,
  unit: 'share of scheduled arrivals',
  source: 'below this a percentile of the target is one of another surge',
  kind: 'assumed',
};

/** Late starts are part of *response* time, so they cannot flatter the target; they can only blame it. */
export const ON_TIME_SHARE: GeneratorLimit = {
  value: 0.9,
  warn: 0.99,
  unit: 'share of arrivals within 25 ms of their intended start',
  source: 'a healthy generator reaches 99 %; with one in ten late, p95 is the generator’s own',
  kind: 'assumed',
};

/** Half of the tightest p99 budget (500 ms, waiting room): lag alone must not be able to break a budget. */
export const LAG_P99: GeneratorLimit = {
  value: 250,
  warn: 100,
  unit: 'ms',
  source: 'half of the tightest p99 budget in docs/reference/budgets.md',
  kind: 'derived',
};

/** Of all cores of the machine, at the 95th percentile of seconds. */
export const CPU_SHARE: GeneratorLimit = {
  value: 0.9,
  warn: 0.75,
  unit: 'share of all cores',
  source: 'queueing on the cores grows as ρ/(1 − ρ): nine times the service time at 90 %, three times at 75 %',
  kind: 'derived',
};

export const OPEN_FILE_SHARE: GeneratorLimit = {
  value: 0.95,
  warn: 0.8,
  unit: 'share of the limit of open files',
  source: 'the last twentieth is needed by files that are no sockets',
  kind: 'assumed',
};

/** At least one second is forgiven, since a VU may begin within second 0. */
export const SILENT_SHARE: GeneratorLimit = {
  value: 0.02,
  warn: 0,
  unit: 'share of seconds in which a VU wrote nothing',
  source: 'more than that hides a stall as long as a tight p99',
  kind: 'assumed',
};

/** Unreadable lines; a killed run cuts at most one line a VU, which is forgiven. */
export const PROBLEM_SHARE: GeneratorLimit = {
  value: 0.01,
  warn: 0,
  unit: 'share of lines',
  source: 'a percent of the lines missing can hide what is beyond p99',
  kind: 'assumed',
};
