import type { BudgetDefinition, QueueDefinition, RetryDefinition } from './surge-definition.ts';
import type { Duration, Rate } from './units/units.ts';

/** A system that may be loaded. */
export interface TargetDefinition {
  /** Base address, `http://` or `https://`. */
  readonly url: string;
  /** Further base addresses, chosen by `base` in a request. */
  readonly urls?: Readonly<Record<string, string>>;
  /** The waiting room in front of it; none unless given. */
  readonly waitingRoom?: { readonly url: string; readonly dialect?: 'surgeproof' | 'netfunnel' };
  /** IP addresses it may have besides loopback ones; without this list only loopback is allowed. */
  readonly addresses?: readonly string[];
  /** Highest arrival rate towards it at any instant. */
  readonly maximumArrivalRate?: Rate;
  /** Files are paths beside k6.config.ts. `insecure` accepts any certificate and is said in the report. */
  readonly tls?: { readonly ca?: string; readonly certificate?: string; readonly key?: string; readonly insecure?: true };
  /** Sent with every request; secrets by `env('NAME')`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `shared`: the people of a VU share a connection pool; `per-request`: every request opens its own. */
  readonly connections?: 'shared' | 'per-request';
  /** `1.1` keeps k6 from HTTP/2. */
  readonly http?: '1.1' | '2';
  /** What requests say they accept; as a browser unless given, `none` for no header. */
  readonly acceptEncoding?: string;
}

/** What holds where a surge says nothing. */
export interface DefaultsDefinition {
  readonly budget?: BudgetDefinition;
  /** Budget of the requests to the waiting room. */
  readonly waitingRoomBudget?: BudgetDefinition;
  readonly queue?: QueueDefinition;
  readonly retry?: RetryDefinition | 'none';
  readonly patience?: Duration;
  readonly timeout?: Duration;
  readonly maximumArrivalRate?: Rate;
}

/** `k6.config.ts` of a working folder. */
export interface ConfigDefinition {
  readonly targets?: Readonly<Record<string, TargetDefinition>>;
  readonly defaults?: DefaultsDefinition;
}
