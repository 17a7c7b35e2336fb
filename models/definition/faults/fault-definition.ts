import type { Direction } from '../../workload/surge/fault.ts';
import type { Duration, Share } from '../units/units.ts';

interface During {
  readonly from: Duration | 0;
  readonly for: Duration;
  /** What it is called in charts; made from the rest unless given. */
  readonly title?: string;
  /** Time of the original that was cut out of its middle because nothing changes in it; reports add it again. */
  readonly cut?: Duration;
}

/** One fault of a timeline. A reference service says which parts, dependencies and nodes it has; `command` is for any target. */
export type FaultDefinition =
  /** Messages between two parts of the service are lost, in one direction or both; `share` of the connections, all unless given. */
  | (During & { readonly kind: 'partition'; readonly between: string; readonly direction: Direction; readonly share?: Share })
  /** A dependency takes `times` as long, or `plus` longer. */
  | (During & { readonly kind: 'latency'; readonly on: string; readonly times?: number; readonly plus?: Duration })
  /** A dependency refuses a share of the calls. */
  | (During & { readonly kind: 'errors'; readonly on: string; readonly share: Share })
  /** A dependency works on this share of the calls it can work on at once. */
  | (During & { readonly kind: 'capacity'; readonly on: string; readonly to: Share })
  /** A node, counted from 1, ends as in a power cut and stays away. */
  | (Omit<During, 'for' | 'cut'> & { readonly kind: 'kill-node'; readonly node: number })
  /** The same, and it is back after `for`. */
  | (During & { readonly kind: 'restart-node'; readonly node: number })
  /** A node is `times` slower at first, and as fast as ever after `for`. */
  | (During & { readonly kind: 'slow-start'; readonly node: number; readonly times: number })
  /** Programs of yours, each with its arguments: `run` breaks something, `undo` repairs it whatever happens. Each may take `timeout`, 10 s unless given. */
  | (During & {
      readonly kind: 'command';
      readonly run: readonly string[];
      readonly undo?: readonly string[];
      readonly timeout?: Duration;
    });

/** How soon after the last fault people must be served again. */
export interface RecoveryDefinition {
  /** Longest time from the end of the last fault until then, in the original. */
  readonly within: Duration;
  /** Share of the requests that succeed; 99 % unless given. */
  readonly success?: Share;
  /** For how long they do; 5 min unless given. A shorter time is said in the report. */
  readonly stable?: Duration;
  /** While a fault lasts, 95 % of the requests that fail do so within this time; no limit unless given. */
  readonly failFast?: Duration;
}
