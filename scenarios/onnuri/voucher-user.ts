import type { Person, User } from '../../surgeproof.ts';
import type { OnnuriStep } from './steps.ts';

/** A person with the voucher app. */
export type VoucherUser = User<OnnuriStep, Person>;
