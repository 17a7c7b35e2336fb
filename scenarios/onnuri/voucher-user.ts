import type { Person, User } from '../../surgeproof.ts';
import type { PaymentStep } from './payments/payment-steps.ts';
import type { OnnuriStep } from './steps.ts';

/** A person with the voucher app. */
export type VoucherUser = User<OnnuriStep, Person>;

/** A person who pays by any tender. */
export type PaymentUser = User<PaymentStep, Person>;

/** Whoever logs in. */
export type LoginUser = User<'open-app' | 'login' | 'identity-send' | 'identity-confirm', Person>;

/** Whoever pays by the QR on the counter of a store. */
export type QrUser = User<'balance' | 'qr-lookup' | 'legacy-qr' | 'pay' | 'cancel', Person>;
