import type { EngineRun } from '../../../models/workload/surge/run-configuration.ts';
import type { VirtualClock } from './clock.ts';

/** Unix time of second 0 of virtual runs, and how long before it VUs begin, milliseconds. */
export const STARTED_AT = 1_800_000_000_000;
export const AHEAD = 500;

/** A request as the service sees it. */
export interface Ask {
  readonly method: string;
  readonly url: string;
  /** Path and query. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** `a=1; b=2` */
  readonly cookies: string;
  /** Seconds of virtual time since second 0, whatever was done to the clock. */
  readonly second: number;
}

/** What the service says: an answer after `duration` milliseconds, a failure in k6's words after it, or nothing ever. */
export type Said =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly duration?: number;
      readonly cookie?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly error: string; readonly duration?: number }
  | 'never';

/** A line of k6's console, and when it came: by a clock that never jumps, since second 0, and as Unix time of the machine. Milliseconds. */
export interface PrintedLine {
  readonly text: string;
  readonly at: number;
  readonly wall: number;
}

/** The people of a surge; what a person can do is checked where the surge is written. */
export type HostedJourneys = Readonly<Record<string, { readonly run: (user: never) => Promise<void> }>>;

export interface HostedRun {
  readonly run: EngineRun;
  readonly journeys: HostedJourneys;
  readonly accountOf: (number: number) => unknown;
  readonly answer: (ask: Ask) => Said;
  /** Told of each request when its answer has been read; response time in milliseconds. */
  readonly listener?: (step: number, response: number, failed: boolean) => void;
  readonly clock: Pick<VirtualClock, 'advance' | 'now'>;
}

/** Hosts the people of a run in virtual time (which stands `AHEAD` before second 0), and gives what the VUs printed. */
export type HostVirtually = (hosted: HostedRun) => Promise<readonly PrintedLine[]>;
