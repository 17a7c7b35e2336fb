import type { Person } from '../people/person.ts';

/** Where the accounts of the people come from. */
export type Accounts<Account> =
  | {
      readonly from: 'csv';
      /** Path beside the surge file. */
      readonly file: string;
      readonly columns: readonly string[];
      /** `never`: a run with more people than rows is refused; `allowed`: rows are used again from the first. */
      readonly reuse: 'never' | 'allowed';
      readonly account?: Account;
    }
  /** Made-up Korean people with names from faker; nobody real. */
  | { readonly from: 'synthetic-people'; readonly account?: Account & Person }
  /** Issued by the reference service that the surge names, when it starts: certificates, tokens, seed data. */
  | { readonly from: 'service'; readonly account?: Account }
  /** Made by a function of the surge file, called in Node before the run. */
  | { readonly from: 'function'; readonly make: (number: number) => Account };
