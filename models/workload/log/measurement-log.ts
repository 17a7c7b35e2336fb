/**
 * The measurement log: what k6 prints, one compact JSON line a VU and second, through its console.
 * Indices of steps, outcomes and phases refer to the lists in the head line, so that an old log stays readable.
 * Times in milliseconds; `second` counts whole seconds since `startedAt`.
 */
export const MEASUREMENT_LOG_VERSION = 1;

/** Histogram cells, flat: bucket index (delta to the previous, ascending), count, bucket, count … */
export type Cells = readonly number[];

/** 0 *service* time (k6's own timing), 1 *response* time (since the intended start). */
export type Clock = 0 | 1;

export interface HeadLine {
  readonly surgeproof: 'head';
  readonly version: number;
  readonly vu: number;
  readonly scenario: string;
  readonly profile: string;
  readonly seed: number;
  /** Unix time in milliseconds of second 0: the same for every VU of a run. */
  readonly startedAt: number;
  readonly steps: readonly string[];
  readonly outcomes: readonly string[];
  readonly phases: readonly { readonly name: string; readonly from: number; readonly judged: boolean }[];
  readonly lanes: readonly string[];
}

/** Everyone who arrived so far, by where they are now. Cumulative; arrived = sum of the others. */
export interface UserCounts {
  readonly arrived: number;
  readonly finished: number;
  readonly gaveUp: number;
  readonly failed: number;
  /** In line. */
  readonly inLine: number;
  /** Past the gate, not done. */
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
  /** [step, outcome, phase of the intended start, clock, cells] */
  readonly samples: readonly (readonly [number, number, number, Clock, Cells])[];
  /** [lane, ticket, joined, admitted, announced wait at joining]; joined and admitted in ms since `startedAt`. */
  readonly admissions?: readonly (readonly [number, number, number, number, number])[];
  /** [step, cause, owner, count]; the cause may hold text of the target and is untrusted. */
  readonly errors?: readonly (readonly [number, string, string, number])[];
  /** What a user was told of a payment: [idempotency key, amount in won, told, receipt or '']. */
  readonly journal?: readonly (readonly [string, number, Told, string])[];
  /** Places in line the waiting room forgot. */
  readonly lostPlaces?: number;
  /** People who left the line without being admitted. */
  readonly abandoned?: number;
}

/** `approved`/`declined`/`cancelled` as answered; `unknown` when the client got no readable answer. */
export type Told = 'approved' | 'declined' | 'cancelled' | 'unknown';

export interface EndLine {
  readonly surgeproof: 'end';
  readonly vu: number;
  readonly second: number;
  readonly users: UserCounts;
  /** `complete`: every scheduled arrival was started and the drain is over; `stopped`: asked to stop. */
  readonly reason: 'complete' | 'stopped';
}

export type MeasurementLine = HeadLine | SecondLine | EndLine;
