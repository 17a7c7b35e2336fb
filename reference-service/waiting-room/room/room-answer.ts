/** What a person in line is told. Times in milliseconds. */
export interface WaitingAnswer {
  readonly state: 'waiting';
  readonly lane: number;
  readonly ticket: number;
  /** People really ahead, plus one. */
  readonly position: number;
  /** People behind in the same lane. */
  readonly behind: number;
  /** Expected time until the gate lets the person in; they learn of it with their next poll. */
  readonly waitMs: number;
  readonly pollMs: number;
}

export interface AdmittedAnswer {
  readonly state: 'admitted';
  readonly lane: number;
  readonly ticket: number;
  readonly pass: string;
  /** Unix times in milliseconds: when the gate opened for this person, and when the pass ends. */
  readonly admittedAt: number;
  readonly expiresAt: number;
}

/** `unknown`: never given out, or the place was dropped. The others say what became of it; they are forgotten after two minutes. */
export type GoneState = 'unknown' | 'expired' | 'completed' | 'left';

export type RoomAnswer = WaitingAnswer | AdmittedAnswer | { readonly state: GoneState };

/** People of one lane since the start: joined = waiting + admitted + left + dropped; admitted = inside + completed + expired. */
export interface LaneStatus {
  readonly waiting: number;
  readonly joined: number;
  readonly admitted: number;
  readonly left: number;
  readonly dropped: number;
  readonly inside: number;
  readonly completed: number;
  /** Passes that ran out, and people who were let in but never asked again. */
  readonly expired: number;
  /** Admissions of the last seconds. */
  readonly ratePerSecond: number;
}
