/** Mistakes that real services of this kind have made, to be started with on purpose: a rehearsal must find each. */
export const BUGS = {
  'late-reject': 'decides once the work is done whether an application was in time, so that a slow service makes people late',
  'late-accept': 'does not look at the deadline when it stores',
  'replay-login': 'accepts the signature of a login once more',
  'skip-revocation': 'does not ask whether a certificate was revoked',
  'other-content': 'stores the form it holds without comparing it with what was signed',
  'receipt-without-commit': 'hands out a receipt before the application is stored, and forgets some',
  'slow-ocsp': 'is kept waiting two seconds an answer by the OCSP responder, as at a real deadline',
  'log-loss': 'loses some lines of the log of attempts',
} as const;

export type CheongyakBug = keyof typeof BUGS;
