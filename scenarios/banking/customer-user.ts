import type { Customer } from '../../models/people/customer.ts';
import type { User } from '../../surgeproof.ts';
import type { BankingStep } from './steps.ts';

/** A person at the bank. */
export type CustomerUser = User<BankingStep, Customer>;

/** A person who is logged in. */
export interface LoggedIn {
  readonly bearer: string;
  /** Number of the customer. */
  readonly customer: number;
}
