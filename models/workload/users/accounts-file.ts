/** Accounts as k6 reads them from a file. */
export interface AccountsFile {
  /** Long texts that several accounts have. */
  readonly texts: readonly string[];
  readonly accounts: readonly AccountRow[];
}

/** An account, and the fields of it whose values are among the texts, by place. */
export type AccountRow = readonly [account: unknown, shared?: readonly (readonly [field: string, place: number])[]];
