import { badCredentialRefused } from './authentication/bad-credential-refused.ts';
import { blockedStaysBlocked } from './authentication/blocked-stays-blocked.ts';
import { noSpuriousLogout } from './authentication/no-spurious-logout.ts';
import { oneAccountPerIdentity } from './authentication/one-account-per-identity.ts';
import { sessionHasFactor } from './authentication/session-has-factor.ts';
import { strikesAreExact } from './authentication/strikes-are-exact.ts';
import { clocksAgree } from './deadline/clocks-agree.ts';
import { inTimeIsNeverLate } from './deadline/in-time-is-never-late.ts';
import { lateIsNeverAccepted } from './deadline/late-is-never-accepted.ts';
import { noReceiptNoEffect } from './deadline/no-receipt-no-effect.ts';
import { oneApplicationEach } from './deadline/one-application-each.ts';
import { receiptHasApplication } from './deadline/receipt-has-application.ts';
import { cancelBlocksApproval } from './money/cancel-blocks-approval.ts';
import { chargedOnce } from './money/charged-once.ts';
import { expiredCodeNeverDebits } from './money/expired-code-never-debits.ts';
import { keyMeansOneRequest } from './money/key-means-one-request.ts';
import { moneyConserved } from './money/money-conserved.ts';
import { neverOversold } from './money/never-oversold.ts';
import { noNegativeBalance } from './money/no-negative-balance.ts';
import { notifiedIsBooked } from './money/notified-is-booked.ts';
import { refundWithinCaptured } from './money/refund-within-captured.ts';
import { tenderAsAsked } from './money/tender-as-asked.ts';
import { toldIsBooked } from './money/told-is-booked.ts';
import { unknownIsResolved } from './money/unknown-is-resolved.ts';
import { attemptsAreLogged } from './observability/attempts-are-logged.ts';
import { failuresHaveOwner } from './observability/failures-have-owner.ts';
import { totalsReconcile } from './observability/totals-reconcile.ts';
import { admissionHasTicket } from './queue/admission-has-ticket.ts';
import { admittedWithinCapacity } from './queue/admitted-within-capacity.ts';
import { noPlaceLost } from './queue/no-place-lost.ts';
import { invalidSignatureNoReceipt } from './signature/invalid-signature-no-receipt.ts';
import { nonceUsedOnce } from './signature/nonce-used-once.ts';
import { receiptHasOneSignature } from './signature/receipt-has-one-signature.ts';
import { storedIsSigned } from './signature/stored-is-signed.ts';

/** Every invariant by the name that a surge file gives. */
export const INVARIANTS = {
  'bad-credential-refused': badCredentialRefused,
  'blocked-stays-blocked': blockedStaysBlocked,
  'no-spurious-logout': noSpuriousLogout,
  'one-account-per-identity': oneAccountPerIdentity,
  'session-has-factor': sessionHasFactor,
  'strikes-are-exact': strikesAreExact,
  'invalid-signature-no-receipt': invalidSignatureNoReceipt,
  'nonce-used-once': nonceUsedOnce,
  'receipt-has-one-signature': receiptHasOneSignature,
  'stored-is-signed': storedIsSigned,
  'clocks-agree': clocksAgree,
  'in-time-is-never-late': inTimeIsNeverLate,
  'late-is-never-accepted': lateIsNeverAccepted,
  'no-receipt-no-effect': noReceiptNoEffect,
  'one-application-each': oneApplicationEach,
  'receipt-has-application': receiptHasApplication,
  'cancel-blocks-approval': cancelBlocksApproval,
  'charged-once': chargedOnce,
  'expired-code-never-debits': expiredCodeNeverDebits,
  'key-means-one-request': keyMeansOneRequest,
  'money-conserved': moneyConserved,
  'never-oversold': neverOversold,
  'no-negative-balance': noNegativeBalance,
  'notified-is-booked': notifiedIsBooked,
  'refund-within-captured': refundWithinCaptured,
  'tender-as-asked': tenderAsAsked,
  'told-is-booked': toldIsBooked,
  'unknown-is-resolved': unknownIsResolved,
  'admission-has-ticket': admissionHasTicket,
  'admitted-within-capacity': admittedWithinCapacity,
  'no-place-lost': noPlaceLost,
  'attempts-are-logged': attemptsAreLogged,
  'failures-have-owner': failuresHaveOwner,
  'totals-reconcile': totalsReconcile,
} as const;

export type InvariantName = keyof typeof INVARIANTS;
export const INVARIANT_NAMES = Object.keys(INVARIANTS) as readonly InvariantName[];
