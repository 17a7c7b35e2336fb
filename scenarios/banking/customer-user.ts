import type { Customer } from '../../models/people/customer.ts';
import type { User } from '../../surgeproof.ts';
import type { BankingStep } from './steps.ts';

/** A person at the bank. */
export type CustomerUser = User<BankingStep, Customer>;
