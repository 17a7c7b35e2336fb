/** An invariant as SQL over the ledger and the temporary tables of `load-journal.ts`. */
export interface Check {
  readonly name: string;
  /** Gives one number. */
  readonly examined: string;
  /** Gives one row `item` (text) per violation. */
  readonly violations: string;
  /** It holds only against everything that was asked: the last moments of a client that was killed would look like theft. */
  readonly needsWholeJournal?: true;
}
