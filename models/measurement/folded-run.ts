import type { ErrorCause } from '../results/run.ts';
import type { Clock, HeadLine, Told, UserCounts } from '../workload/log/measurement-log.ts';
import type { Owner } from '../workload/log/outcome.ts';

/** A histogram without its empty cells, flat: bucket, count, bucket, count … with ascending bucket indices. */
export type PackedCells = Uint32Array;

/** All samples of one step, outcome, phase and clock, second by second. Every attempt has exactly one sample of the *response* clock. */
export interface SampleSeries {
  readonly step: string;
  readonly outcome: string;
  readonly phase: string;
  /** Whether the phase counts for budgets. */
  readonly judged: boolean;
  readonly clock: Clock;
  readonly count: number;
  /** Histogram per second in which the answer came; seconds without samples are absent. Ascending. */
  readonly seconds: ReadonlyMap<number, PackedCells>;
}

/** One person let in. Times in milliseconds since the start; `announced` is the wait promised at joining, negative when none was. */
export interface Admission {
  readonly lane: string;
  readonly ticket: number;
  readonly joined: number;
  readonly admitted: number;
  readonly announced: number;
}

/** What a user was told of one payment. */
export interface JournalEntry {
  readonly key: string;
  readonly amount: number;
  readonly told: Told;
  readonly receipt: string;
}

/** How one VU's part of the log ends; `cut` when its end line is missing. */
export interface VuRecord {
  readonly vu: number;
  readonly lastSecond: number;
  readonly ended: 'complete' | 'stopped' | 'cut';
  /** Seconds it should have written and did not. */
  readonly silentSeconds: number;
}

/** A measurement log merged over VUs, processes and pods: exact sums, whatever the order of the lines. Dense series have `seconds` entries. */
export interface FoldedRun {
  readonly head: HeadLine | null;
  /** Seconds from the start to the last line, at least one when there was any line. */
  readonly seconds: number;
  /** Arrivals per second, by intended and by real start. */
  readonly scheduled: Float64Array;
  readonly started: Float64Array;
  /** Tickets drawn and people let in, per second. */
  readonly joined: Float64Array;
  readonly admitted: Float64Array;
  /** People in line and people past the gate at the end of each second. */
  readonly inLine: Float64Array;
  readonly active: Float64Array;
  readonly errorsByOwner: Readonly<Record<Owner, Float64Array>>;
  /** Where everybody was when the log ended. */
  readonly users: UserCounts;
  readonly lostPlaces: number;
  readonly abandoned: number;
  readonly startLag: PackedCells;
  readonly loopLag: PackedCells;
  readonly samples: readonly SampleSeries[];
  /** By lane, then ticket. */
  readonly admissions: readonly Admission[];
  /** Most frequent first. Causes may hold text of the target and are untrusted. */
  readonly errors: readonly ErrorCause[];
  /** By idempotency key. */
  readonly journal: readonly JournalEntry[];
  readonly vus: readonly VuRecord[];
  /** Seconds for which not every VU wrote a line. */
  readonly silentSeconds: number;
  /** `complete` when every VU said so, `stopped` when one was asked to stop, `cut` when an end line is missing. */
  readonly ended: 'complete' | 'stopped' | 'cut';
  readonly lines: number;
  /** Lines that could not be read or did not fit to the head line, with up to ten of the sentences. */
  readonly problems: { readonly count: number; readonly examples: readonly string[] };
}

/** What the live panel shows: the newest second, and latencies and rates over the last few seconds. */
export interface LiveView {
  readonly second: number;
  readonly phase: string | null;
  readonly users: UserCounts;
  /** Per second, mean over the window. */
  readonly scheduled: number;
  readonly started: number;
  readonly admitted: number;
  /** Most people in line so far. */
  readonly maxWaiting: number;
  /** Steps with samples in the window, in the order of the head line. Response times of `ok` and `timeout`, milliseconds. */
  readonly steps: readonly { readonly step: string; readonly attempts: number; readonly p95: number | null; readonly errors: number }[];
  /** Failed requests in the window, by owner. */
  readonly errorsByOwner: Readonly<Record<Owner, number>>;
  /** 99th percentile of the event-loop lag so far, milliseconds. */
  readonly loopLagP99: number | null;
  readonly problems: number;
}
