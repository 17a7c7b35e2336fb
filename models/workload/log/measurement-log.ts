import type { JournalGroup } from './journal.ts';

/**
 * The measurement log: what k6 prints, one compact JSON line a VU and second, through its console.
 * Indices refer to the lists in the head line, so that a log explains itself.
 * Times in milliseconds; `second` counts whole seconds since `startedAt`.
 */
export const MEASUREMENT_LOG_VERSION = 3;

/** What each line ends with, before the checksum of its text: it shows which lines are lost, repeated or of another run. */
export interface Seal {
  /** The run: a digest of the head line without the VU, the same for every VU. */
  readonly run: string;
  /** Number of the line among those of its VU: 0 is the head line. */
  readonly seq: number;
}

/** Histogram cells, flat: bucket index (delta to the previous, ascending), count, bucket, count … */
export type Cells = readonly number[];

/** 0 *service* time (k6's own timing), 1 *response* time (since the intended start). */
export type Clock = 0 | 1;

/** A part of a step: [step, tag, value]. */
export type Variant = readonly [step: string, tag: string, value: string];

export interface HeadLine {
  readonly surgeproof: 'head';
  readonly version: number;
  readonly vu: number;
  readonly surge: string;
  readonly profile: string;
  readonly seed: number;
  /** Unix time in milliseconds of second 0: the same for every VU of a run. */
  readonly startedAt: number;
  /** A sample's index counts through steps, then journeys, then variants. */
  readonly steps: readonly string[];
  readonly journeys: readonly string[];
  readonly variants: readonly Variant[];
  readonly outcomes: readonly string[];
  readonly phases: readonly { readonly name: string; readonly from: number; readonly judged: boolean }[];
  readonly lanes: readonly string[];
  /** Who asked again for people in line, where that was the poller in Go; left out where it was the engine itself. */
  readonly line?: 'native';
}

/** Everyone who arrived so far, by where they are now. Cumulative; arrived = sum of the others. Optional counts are left out while 0. */
export interface UserCounts {
  readonly arrived: number;
  readonly finished: number;
  /** People whose journey ended with an answer that the surge accepts, such as "sold out". */
  readonly turnedAway?: number;
  readonly gaveUp: number;
  /** People in line whose patience ended while the waiting room answered. */
  readonly lostPatience?: number;
  /** People whose journey threw an exception: a mistake of the script. */
  readonly failed: number;
  /** In line. */
  readonly inLine: number;
  /** Past the gate (or without one: inside), not done. */
  readonly active: number;
}

export interface SecondLine {
  readonly surgeproof: 'second';
  readonly vu: number;
  readonly second: number;
  /** Arrivals whose intended start lies in this second, and arrivals that really started in it. */
  readonly scheduled: number;
  readonly started: number;
  /** Start lag of arrivals: actual minus intended start. */
  readonly startLag?: Cells;
  /** Event-loop lag: how late the 20 ms tick came. */
  readonly loopLag?: Cells;
  readonly users: UserCounts;
  /**
   * [index, outcome, phase of the intended start, clock, cells]. A journey is a sample of its own when its person leaves: response time since
   * arriving, service time since admission, outcome `ok` for those who reached the end, `rejected` turned away, `timeout` out of patience.
   */
  readonly samples: readonly (readonly [number, number, number, Clock, Cells])[];
  /**
   * [lane, ticket, joined, told, announced wait at joining, gap, since]; joined and told in ms since `startedAt`. The last question that was
   * answered with *waiting* was asked `gap` ms before the person was told, and the room says that it let the person in `since` ms before;
   * null when it does not say. A room without tickets: minus the instant of its answer to joining.
   */
  readonly admissions?: readonly (readonly [number, number, number, number, number, number, number | null])[];
  /** People who had a place and left the line, or stood there at the end: [lane, ticket, joined, left, announced wait, gap]. */
  readonly unadmitted?: readonly (readonly [number, number, number, number, number, number])[];
  /** [step, cause, owner, count]; the cause may hold text of the target and is untrusted. */
  readonly errors?: readonly (readonly [number, string, string, number])[];
  /** What people asked for and were answered, for the audit; see `JournalGroup`. */
  readonly journal?: readonly JournalGroup[];
  /** Requests that were sent twice with one key: [step, compared, answers that differ from the first, server errors the second time]. */
  readonly doubleTaps?: readonly (readonly [number, number, number, number?])[];
  /** Answers by status: [status, count]. */
  readonly statuses?: readonly (readonly [number, number])[];
  /** Connections opened, and TLS handshakes among them. */
  readonly connections?: readonly [number, number];
  /** Redirects followed. */
  readonly redirects?: number;
  /** Places in line the waiting room forgot. */
  readonly lostPlaces?: number;
  /** People who left the line without being admitted. */
  readonly abandoned?: number;
}

/** What one VU has booked in all: a part of it that is missing in the lines was lost on the way. */
export interface Booked {
  /** Requests, those without an answer among them. */
  readonly requests: number;
  readonly admissions: number;
  readonly unadmitted: number;
  /** Entries of the journal. */
  readonly journal: number;
}

export interface EndLine {
  readonly surgeproof: 'end';
  readonly vu: number;
  readonly second: number;
  readonly users: UserCounts;
  /** Of the active people those who were only thinking: no request under way, none to be tried again. Left out when 0. */
  readonly thinking?: number;
  readonly booked?: Booked;
  /** `complete`: every scheduled arrival was started and the drain is over; `stopped`: asked to stop. */
  readonly reason: 'complete' | 'stopped';
}

/** One request of the walk: one person, every request printed. The texts come from the target and are untrusted. */
export interface WalkLine {
  readonly surgeproof: 'walk';
  readonly journey: string;
  readonly step: string;
  readonly method: string;
  /** Path and query; without secrets. */
  readonly path: string;
  /** null: no answer. */
  readonly status: number | null;
  readonly ms: number;
  /** Why the step failed; null when it was good. */
  readonly cause: string | null;
  /** The beginning of the body of a failed step. */
  readonly body: string;
}

/** How the walk of one journey ended. */
export interface WalkEndLine {
  readonly surgeproof: 'walk-end';
  readonly journey: string;
  readonly ended: 'finished' | 'turned-away' | 'gave-up' | 'script';
  /** Why it ended early, with the place in the file for a mistake of the script. */
  readonly reason: string;
}

export type MeasurementLine = HeadLine | SecondLine | EndLine;

/** A line as it stands in the log. */
export type SealedLine = MeasurementLine & Seal;
