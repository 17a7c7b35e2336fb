import type { Budgets, QueueLimits } from './budget.ts';
import type { Surge, SurgeProfile } from './surge.ts';

/** Where requests go, all values known. */
export interface Target {
  readonly name: string;
  /** Base addresses without a slash at the end; `app` is the usual one. */
  readonly bases: Readonly<Record<string, string>>;
  readonly waitingRoom: { readonly base: string; readonly dialect: 'surgeproof' | 'netfunnel' | 'surge' } | null;
  /** Values of secrets stand as `{{env:NAME}}`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: 'shared' | 'per-request';
  /** null: no header. */
  readonly acceptEncoding: string | null;
  /** Any certificate is accepted. */
  readonly insecure: boolean;
  /** Files of the client certificate, absolute paths; null for none. */
  readonly clientCertificate: { readonly certificate: string; readonly key: string } | null;
}

/** What was in force in a run; stored whole in its manifest. */
export interface RunConfiguration {
  readonly surge: Surge;
  /** Name of the profile; `custom (from lab)` when flags changed what the file says. */
  readonly profileName: string;
  readonly profile: SurgeProfile;
  readonly budgets: Budgets;
  /** null without a waiting room. */
  readonly queue: QueueLimits | null;
}

/** What holds a script that runs without surgeproof to its target. */
export interface BundleGuard {
  /** Hosts that requests may name: those of the target, and its addresses. */
  readonly hosts: readonly string[];
  /** Address ranges that k6 must not connect to: every other one. */
  readonly blocked: readonly string[];
}

/** Who asks again for people in line: the engine itself, or the poller in Go that a k6 with `k6/x/surgeproof` has. */
export type LineKind = 'typescript' | 'native';

/** What the engine in k6 is given, as JSON inside its bundle. */
export interface EngineRun {
  readonly configuration: RunConfiguration;
  readonly target: Target;
  readonly seed: number;
  /** File with the accounts, an array in JSON; null: people have none. */
  readonly accounts: string | null;
  /** Unix milliseconds of second 0; null: shortly after k6 starts. */
  readonly startedAt: number | null;
  /** surgeproof itself judges: k6's own thresholds and metrics stay off. */
  readonly managed: boolean;
  /** Whether the measurement log is written. */
  readonly log: boolean;
  /** An address that holds its answer until the run is to stop. */
  readonly stop: string | null;
  /** One journalled person per journey instead of the arrivals: every request is printed. */
  readonly walk: boolean;
  /** `native`: only for a k6 that has `k6/x/surgeproof`, and a waiting room whose dialect has `waiting`. */
  readonly line: LineKind;
  /** Left out where surgeproof itself starts k6. */
  readonly guard?: BundleGuard;
}
