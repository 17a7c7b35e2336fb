import type { Person } from './person.ts';

/** A customer of a bank with a token for one-time codes, as the bank hands them to those who rehearse. */
export interface Customer extends Person {
  /** Number of the token. */
  readonly serial: number;
  /** Secret of the token, Base32. */
  readonly secret: string;
  /** Seconds by which the clock of the token is wrong; 0 for most. */
  readonly drift: number;
}

/** Those whom people pay on payday, landlords and shops: accounts of the bank by number, from the first one up. */
export const PAYEES = { first: 8_000_001, count: 100 } as const;
