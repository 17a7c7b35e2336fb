import type { Told } from '../../../models/workload/log/measurement-log.ts';

/** What a user was told of one payment or cancel, under its own idempotency key. `receipt` is empty when none was given. */
export interface ToldEntry {
  readonly key: string;
  readonly amount: number;
  readonly told: Told;
  readonly receipt: string;
}

/** Whom the client was admitted as. */
export interface AdmittedTicket {
  readonly lane: string;
  readonly ticket: number;
}

/** One invariant, looked at entry by entry. */
export interface LedgerCheck {
  readonly name: string;
  readonly examined: number;
  readonly violations: number;
  /** Up to ten violating items. */
  readonly examples: readonly string[];
}

/** What the audit found; `done` is false when the ledger could not be read, and then no check counts as passed. */
export interface LedgerAudit {
  readonly done: boolean;
  readonly reason: string | null;
  readonly checks: readonly LedgerCheck[];
  /** Payments nobody got an answer to: money moved and stayed, or not. */
  readonly unknownResolved: { readonly charged: number; readonly notCharged: number };
}
