import type { QueueLimits, StepBudget } from '../../workload/surge/budget.ts';
import type { RetryPolicy } from '../../workload/users/retry-policy.ts';

/** A target of k6.config.ts, all values plain. */
export interface ResolvedTarget {
  readonly name: string;
  /** Base addresses without a slash at the end; `app` is `url`, the others have their names of `urls`. */
  readonly bases: Readonly<Record<string, string>>;
  /** `dialect` null: the one of the surge, or that of surgeproof. */
  readonly waitingRoom: { readonly base: string; readonly dialect: 'surgeproof' | 'netfunnel' | null } | null;
  readonly addresses: readonly string[];
  /** Per second. */
  readonly maximumArrivalRate: number;
  /** File names as given, beside k6.config.ts; null for none. */
  readonly tls: {
    readonly ca: string | null;
    readonly certificate: string | null;
    readonly key: string | null;
    readonly insecure: boolean;
  };
  /** Secrets stand as `{{env:NAME}}`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: 'shared' | 'per-request';
  /** null: whatever k6 and the target agree on. */
  readonly http: '1.1' | '2' | null;
  /** null: no header. */
  readonly acceptEncoding: string | null;
}

/** What holds where a surge says nothing; times in milliseconds. */
export interface ResolvedDefaults {
  readonly budget: StepBudget;
  readonly waitingRoomBudget: StepBudget;
  readonly queue: QueueLimits;
  readonly retry: RetryPolicy;
  readonly patience: number;
  readonly timeout: number;
  /** Per second. */
  readonly maximumArrivalRate: number;
  /** What k6.config.ts said, by name: `timeout`, `budget.p95`. The rest comes from surgeproof and is listed as assumed. */
  readonly given: readonly string[];
}

export interface ResolvedConfig {
  readonly targets: Readonly<Record<string, ResolvedTarget>>;
  readonly defaults: ResolvedDefaults;
}
