/** Which messages a partition loses: those to the other side, those back, or all. */
export const DIRECTIONS = ['requests', 'replies', 'both'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What is broken. Nodes are counted from 1. */
export type FaultAction =
  /** Two parts do not hear each other; `share` of their connections, 0 to 1. */
  | { readonly kind: 'partition'; readonly between: string; readonly direction: Direction; readonly share: number }
  /** A dependency takes `times` as long, and `plus` milliseconds more. */
  | { readonly kind: 'latency'; readonly on: string; readonly times: number; readonly plus: number }
  /** A dependency refuses a share of the calls. */
  | { readonly kind: 'errors'; readonly on: string; readonly share: number }
  /** A dependency works on this share of the calls that it can work on at once. */
  | { readonly kind: 'capacity'; readonly on: string; readonly to: number }
  /** A node ends as in a power cut and stays away. */
  | { readonly kind: 'kill-node'; readonly node: number }
  /** The same, and it is back at the end of the fault. */
  | { readonly kind: 'restart-node'; readonly node: number }
  /** A node works `times` slower than usual, and less and less so until the end of the fault. */
  | { readonly kind: 'slow-start'; readonly node: number; readonly times: number }
  /** Programs with their arguments; `timeout` of each in milliseconds, null: there is nothing to undo. */
  | { readonly kind: 'command'; readonly run: readonly string[]; readonly undo: readonly string[] | null; readonly timeout: number };

/** One entry of a fault timeline. */
export interface PlannedFault {
  readonly title: string;
  /** Seconds since the start of the run. */
  readonly from: number;
  readonly to: number;
  /** Seconds cut out of its middle, in which nothing would have changed: it lasted so much longer in the original. */
  readonly cutSeconds: number;
  readonly action: FaultAction;
}

/** The usual reading of "service is restored", where a profile says nothing else: 99 % for five minutes. Assumed. */
export const USUAL_RECOVERY = { success: 0.99, stableSeconds: 300 } as const satisfies Partial<RecoveryLimit>;

/** When people count as served again after the last fault. */
export interface RecoveryLimit {
  /** Longest time from the end of the last fault to recovery, seconds. */
  readonly withinSeconds: number;
  /** Share of the requests that must succeed, 0 to 1. */
  readonly success: number;
  /** For so long, seconds. */
  readonly stableSeconds: number;
  /** Largest 95th percentile of the time until a request fails while a fault lasts, milliseconds; left out without a limit. */
  readonly failFast?: number;
}
