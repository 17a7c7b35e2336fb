import type { Quantity, QuantityKind } from '../workload/surge/quantity.ts';
import type { Accounts } from './accounts.ts';
import type { Arrivals } from './arrivals/arrivals.ts';
import type { AuditDefinition } from './audit/audit-definition.ts';
import type { FaultDefinition, RecoveryDefinition } from './faults/fault-definition.ts';
import type { Duration, Rate, Share } from './units/units.ts';
import type { JourneyDefinition } from './user.ts';
import type { WaitingRoomDialect } from './waiting-room-dialect.ts';

/** Latency and error limits of a step; what is left out has the default of k6.config.ts, `null` switches a limit off. */
export interface BudgetDefinition {
  readonly p50?: Duration | null;
  readonly p95?: Duration | null;
  readonly p99?: Duration | null;
  readonly errors?: Share | null;
  /** Longest time without a break in which the answers may be over the limit on p95. */
  readonly stretch?: Duration | null;
  /** Longest time without a break in which far more requests may fail than `errors` allows. */
  readonly burst?: Duration | null;
  /** Below this number of samples nothing is concluded. */
  readonly minSamples?: number;
  readonly source?: string;
  readonly kind?: QuantityKind;
}

/** A step: one request of a journey, or one page. `{}` takes every default. */
export interface StepDefinition extends BudgetDefinition {
  /** What a person does, for the report: 'Scan the QR of the shop'. The name, with spaces, unless given. */
  readonly title?: string;
  /** Few people come here; a run in which nobody did is not suspicious. */
  readonly rare?: true;
  /** Values by which the report splits the step: `{ carrier: ['SKT', 'KT', 'LG U+'] }`. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

/** What a person does after a failed request. */
export interface RetryDefinition {
  /** Share of failures after which a person tries again. */
  readonly again: Share;
  readonly atMost: number;
  /** Number of quick tries, and their pauses. */
  readonly quick: { readonly times: number; readonly from: Duration; readonly to: Duration };
  /** Pauses of the later tries, lognormal. */
  readonly slow: { readonly median: Duration; readonly p95: Duration };
}

/** A part of a run with a name; it lasts until the next begins. Only judged phases count for budgets. */
export interface PhaseDefinition {
  readonly name: string;
  readonly from: Duration | 0;
  readonly judged: boolean;
}

/** Limits on the waiting room; what is left out has the default of k6.config.ts. */
export interface QueueDefinition {
  readonly maxInversionShare?: Share;
  readonly minKendallTau?: number;
  readonly maxLostPlaces?: number;
  readonly maxAbandonedShare?: Share;
  readonly maxAnnouncedError?: Share;
  /** `null` for a waiting room that announces no waits. */
  readonly minAnnouncedShare?: Share | null;
  readonly announcedGrace?: Duration;
  /** Longest wait of anybody in line; no limit unless given. */
  readonly longestWait?: Duration;
  /** Largest difference between the median waits of the lanes; no limit unless given. */
  readonly laneDifference?: Duration;
  readonly source?: string;
  readonly kind?: QuantityKind;
}

/** Limits on what becomes of everybody who arrives, over all phases. */
export interface PeopleDefinition {
  /** Smallest share of the people who must reach the end, or be turned away with an answer that the surge accepts. */
  readonly served?: Share;
  /** Largest share of the people who may still be in the queue, or wait for an answer, when the run ends. */
  readonly left?: Share;
  /** Largest share of the people who may still be in their think times when the run ends. */
  readonly unfinished?: Share;
  readonly source?: string;
  readonly kind?: QuantityKind;
}

/** One size of a surge. Everything but `arrivals` has a default, which the report lists. */
export interface ProfileDefinition<Step extends string> {
  readonly arrivals: Arrivals;
  readonly description?: string;
  /** Not judged, from the start: connections open, caches fill. */
  readonly warmUp?: Duration;
  /** Instead of `warmUp`, where a run has more parts. */
  readonly phases?: readonly PhaseDefinition[];
  /** Time for people still inside after the last arrival; at least the time-out of a request. */
  readonly drain?: Duration;
  /** Even spacing instead of Poisson arrivals. */
  readonly even?: boolean;
  /** Limit on the errors of every step in this profile, where its few samples cannot show a smaller share. */
  readonly errors?: Share;
  readonly budgets?: { readonly [Name in Step]?: BudgetDefinition };
  /** Beside what the surge says of its people. */
  readonly people?: PeopleDefinition;
  /** How long a client waits for one answer. */
  readonly timeout?: Duration;
  /** `none`: nobody tries again. */
  readonly retry?: RetryDefinition | 'none';
  /** Share of the people who send a request with an idempotency key twice, as a double tap does; both answers must be the same. 1 % unless given. */
  readonly doubleTaps?: Share | 'none';
  /** Median of the time after which people in line give up. */
  readonly patience?: Duration;
  /** Factor on all think times; anything but 1 is said in the report. */
  readonly thinkScale?: number;
  /** VUs of k6, each hosting many people. */
  readonly hosts?: number;
  /** Size of the reference service, for surges that name one. */
  readonly service?: {
    readonly nodes?: number;
    readonly admissionRate?: Rate;
    readonly doorsOpenAfter?: Duration;
    readonly closesAfter?: Duration;
    /**
     * How many times faster the clocks of its rules run: `minutes` for rules of seconds and minutes, `hours` for those of hours and days.
     * 1 unless given; anything else is said in the report.
     */
    readonly ruleSpeed?: { readonly minutes?: number; readonly hours?: number };
  };
  /** What is broken on purpose, and when. Phases decide what is judged: a fault in a judged phase counts in full. */
  readonly faults?: readonly FaultDefinition[];
  /** How soon after the last fault people must be served again; not judged unless given. */
  readonly recovery?: RecoveryDefinition;
}

/** What a team writes: one surge, whole. */
export interface SurgeDefinition<Step extends string, Account> {
  /** Small letters, digits and hyphens: names run folders. */
  readonly name: string;
  readonly title?: string;
  readonly story?: string;
  /** Name of a target in k6.config.ts, a loopback address, or a reference service to start. */
  readonly target: string | { readonly service: string };
  readonly accounts?: Accounts<Account>;
  /** What a forecast counts: how often `step` is reached, by people of these journeys (all unless given). */
  readonly demand?: {
    readonly unit: string;
    readonly step: NoInfer<Step>;
    readonly journeys?: readonly string[];
    readonly perPerson?: number;
  };
  readonly steps: { readonly [Name in Step]: StepDefinition };
  /** Lanes of the waiting room and the admission tokens one person costs. */
  readonly lanes?: Readonly<Record<string, { readonly cost: number }>>;
  readonly queue?: QueueDefinition;
  readonly people?: PeopleDefinition;
  /** How to speak to a waiting room that no built-in dialect knows. */
  readonly waitingRoom?: WaitingRoomDialect;
  readonly journeys: Readonly<Record<string, JourneyDefinition<NoInfer<Step>, NoInfer<Account>>>>;
  readonly profiles: Readonly<Record<string, ProfileDefinition<NoInfer<Step>>>>;
  /** What is compared after the run with the records of the service. */
  readonly audit?: AuditDefinition;
  /** Numbers the surge is built on, printed with their source. */
  readonly facts?: Readonly<Record<string, Quantity>>;
}
