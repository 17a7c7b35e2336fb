import type { ErrorCause } from '../results/run.ts';
import type { JournalEntry } from '../workload/log/journal.ts';
import type { Booked, Clock, HeadLine, UserCounts } from '../workload/log/measurement-log.ts';
import type { Owner } from '../workload/log/outcome.ts';

/** A histogram without its empty cells, flat: bucket, count, bucket, count … with ascending bucket indices. */
export type PackedCells = Uint32Array;

/** Samples of one outcome, phase and clock, second by second. */
export interface Series {
  readonly outcome: string;
  readonly phase: string;
  /** Whether the phase counts for budgets. */
  readonly judged: boolean;
  readonly clock: Clock;
  readonly count: number;
  /** Histogram per second in which the answer came; seconds without samples are absent. Ascending. */
  readonly seconds: ReadonlyMap<number, PackedCells>;
}

/** Samples of a step. Every attempt has exactly one sample of the *response* clock. */
export interface SampleSeries extends Series {
  readonly step: string;
}

/** Samples of whole journeys, in the second in which a person left: *response* since arriving, *service* since admission. */
export interface JourneySeries extends Series {
  readonly journey: string;
}

/** The attempts at a step that carried one value of a tag; they are among the samples of the step, too. */
export interface VariantSeries extends Series {
  readonly step: string;
  readonly tag: string;
  readonly value: string;
}

/** Answers of one status. */
export interface StatusSeries {
  readonly status: number;
  readonly count: number;
  /** Answers per second, `seconds` entries. */
  readonly perSecond: Float64Array;
}

/** One person in line. Times in milliseconds since the start. */
interface InLine {
  readonly lane: string;
  /** Where the room gives none: minus the instant at which its answer to joining came. */
  readonly ticket: number;
  readonly joined: number;
  /** The wait promised at joining, negative when none was. */
  readonly announced: number;
}

/** One person let in. */
export interface Admission extends InLine {
  /** When the person heard of it. */
  readonly told: number;
  /** When it happened: the room's word as far as it agrees with what the person was answered. */
  readonly admitted: number;
  /** Bounds of that instant: the same number three times where the room's word agrees. */
  readonly earliest: number;
  readonly latest: number;
  /** The room names an instant that its own answers to this person contradict. */
  readonly disputed: boolean;
}

/** One person who left the line without being let in, or stood there when the run ended. */
export interface Unadmitted extends InLine {
  readonly left: number;
  /** When the last question was asked that was answered with *waiting*. */
  readonly waiting: number;
}

/** Requests of a step that were sent twice with one key: how many of them got both answers, and how many of those differ. */
export interface DoubleTaps {
  readonly step: string;
  readonly compared: number;
  readonly different: number;
  /** Those besides that were a server error the second time. */
  readonly broken: number;
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
  /** People in line and admitted people at the end of each second. */
  readonly inLine: Float64Array;
  readonly active: Float64Array;
  /** Attempts per second, all steps; those of one step are in its samples (`attemptsPerSecond`). */
  readonly attempts: Float64Array;
  readonly errorsByOwner: Readonly<Record<Owner, Float64Array>>;
  /** Most frequent first. */
  readonly statuses: readonly StatusSeries[];
  readonly connections: { readonly opened: number; readonly tlsHandshakes: number };
  /** Redirects followed. */
  readonly redirects: number;
  /** Where everybody was when the log ended. */
  readonly users: UserCounts;
  /** Of the active people those who were merely thinking when the log ended. */
  readonly thinking: number;
  readonly lostPlaces: number;
  readonly abandoned: number;
  readonly startLag: PackedCells;
  readonly loopLag: PackedCells;
  readonly samples: readonly SampleSeries[];
  readonly journeys: readonly JourneySeries[];
  readonly variants: readonly VariantSeries[];
  /** By lane, then ticket. */
  readonly admissions: readonly Admission[];
  readonly unadmitted: readonly Unadmitted[];
  /** Most frequent first; `step` names a journey where an exception belongs to no step. Causes may hold text of the target and are untrusted. */
  readonly errors: readonly ErrorCause[];
  /** By person, then idempotency key. */
  readonly journal: readonly JournalEntry[];
  /** In the order of the head line; steps at which nobody tapped twice are left out. */
  readonly doubleTaps: readonly DoubleTaps[];
  /** What the VUs say at their end that they have booked; null where one of them did not say. */
  readonly booked: Booked | null;
  readonly vus: readonly VuRecord[];
  /** Seconds for which not every VU wrote a line. */
  readonly silentSeconds: number;
  /** `complete` when every VU said so, `stopped` when one was asked to stop, `cut` when an end line is missing. */
  readonly ended: 'complete' | 'stopped' | 'cut';
  readonly lines: number;
  /**
   * Lines that are lost, repeated, altered, torn, of another run, or do not fit to the head line, with up to ten sentences that name VU
   * and second. `cutAtTheEnd`: those among them that are the torn last line of a VU without an end line, which is what a kill leaves.
   */
  readonly problems: { readonly count: number; readonly cutAtTheEnd: number; readonly examples: readonly string[] };
  /** Sums that do not agree, as sentences; not asked of a log of which a part is missing. */
  readonly disagreements: readonly string[];
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
