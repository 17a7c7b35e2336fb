import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import type { RuleSpeed } from '../../../models/workload/surge/surge.ts';
import type { AppConfig } from '../app/app-config.ts';
import type { AppReady } from '../app/run-app.ts';
import type { FaultAbilities } from '../faults/abilities.ts';
import type { Part, PartOptions } from '../process/start-part.ts';

/** Whom the client was admitted as. */
export interface AdmittedTicket {
  readonly lane: string;
  readonly ticket: number;
}

/** The client's side of the story. */
export interface AuditInput {
  readonly journal: readonly JournalEntry[];
  readonly admissions: readonly AdmittedTicket[];
  /** True when the journal is known to be whole; then a charge without an attempt is a violation too. */
  readonly journalComplete: boolean;
  /** Accounts of the people by number; null when person n has account n + 1 of the service. */
  readonly accounts: readonly unknown[] | null;
  /** Second 0 of the run, Unix milliseconds; null when the log does not say. */
  readonly startedAt: number | null;
}

/** One invariant, looked at entry by entry. */
export interface LedgerCheck {
  readonly name: string;
  readonly examined: number;
  readonly violations: number;
  /** Up to ten violating items. */
  readonly examples: readonly string[];
  /** Why it could not be made, as a sentence; left out when it was. */
  readonly notMade?: string;
}

/** What the audit found; `done` is false when the ledger could not be read, and then no check counts as passed. */
export interface LedgerAudit {
  readonly done: boolean;
  readonly reason: string | null;
  readonly checks: readonly LedgerCheck[];
  /** Payments without an answer to the client: money moved and stayed, or not. */
  readonly unknownResolved: { readonly charged: number; readonly notCharged: number };
}

/** What a service is given to start its parts. */
export interface ServiceContext {
  /** Of the app; a service may add to it what its own app needs. */
  readonly app: AppConfig;
  readonly dataDir: string;
  /** A PostgreSQL of the user's own; null: start one. */
  readonly databaseUrl: string | null;
  /** Seconds from the first visitor to the close of a service with a deadline; null: it stays open. */
  readonly closesAfter: number | null;
  /** How much faster the clocks of its rules run than in life. */
  readonly ruleSpeed: RuleSpeed;
  /** A known mistake of the service to be started with, one of its `bugs`; null: none. */
  readonly bug: string | null;
  /** The address by which the app has to reach a database: through a proxy where this run loses messages between the two (`app-ledger`). */
  reachable(between: string, databaseUrl: string): Promise<string>;
  /** Starts a part in a process of its own. The caller of the service ends it, the last one started first. */
  start<Config, Ready>(part: Omit<PartOptions<Config>, 'onLog'>): Promise<Part<Ready>>;
}

/** The parts of a running service, besides the waiting room. */
export interface ServiceParts {
  readonly app: Part<AppReady>;
  /** Processes that are not parts themselves: databases. */
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
  /** Issues accounts for people 1 to `count`; left out by a service whose people are the synthetic ones. */
  readonly accounts?: (count: number) => Promise<readonly unknown[]>;
  /** Compares what users were told with what the service keeps, once everybody is done; null when there is nothing to compare. */
  readonly audit: null | ((input: AuditInput) => Promise<LedgerAudit>);
}

/** A reference service: the default export of `<folder>/service.ts`. Its accounts are users 1 to `people`, who log in with their PIN. */
export interface Service {
  /** Whether people queue in front of it. */
  readonly waitingRoom: boolean;
  /** Whether it keeps its data in PostgreSQL. */
  readonly database: boolean;
  /** Mistakes it can be started with on purpose, by name. */
  readonly bugs?: readonly string[];
  /** What can be broken in it while it runs, besides nodes. */
  readonly faults?: FaultAbilities;
  start(context: ServiceContext): Promise<ServiceParts>;
}
