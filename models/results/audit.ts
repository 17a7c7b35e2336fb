/** One statement of the audit: an invariant that must hold exactly. */
export interface AuditCheck {
  /** For example `money-conserved`, `no-double-charge`, `no-negative-balance`, `receipt-has-entry`, `reported-equals-ledger`, `admission-has-ticket`. */
  readonly name: string;
  /** What was looked at (entries, payments, sessions). */
  readonly examined: number;
  readonly violations: number;
  /** Up to ten violating items, as short text. */
  readonly examples: readonly string[];
  /** Why it could not be made, as a sentence; left out when it was. Then `violations` says nothing. */
  readonly notMade?: string | undefined;
  /** `records`: the service's records, or what the surge notes, do not suffice; left out: the measurement log does not. */
  readonly lacks?: 'records' | undefined;
  /** The rule in words; left out where the name says it. */
  readonly says?: string | undefined;
}

/** `audit.json` */
export interface AuditFile {
  readonly schema: 'surgeproof/audit';
  readonly version: 1;
  /** False when the ledger could not be read; then `reason` says why and no check counts as passed. */
  readonly done: boolean;
  readonly reason: string | null;
  readonly checks: readonly AuditCheck[];
  /** Second 0 of the run that was audited, Unix milliseconds; left out by older versions, and where the log has no head line. */
  readonly startedAt?: number | undefined;
  /** Payments the client got no answer to and what the ledger says of them. */
  /** What the audit left out, as sentences; left out when nothing was. */
  readonly notes?: readonly string[] | undefined;
  readonly unknownResolved: { readonly charged: number; readonly notCharged: number };
}
