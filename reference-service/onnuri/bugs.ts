/** Mistakes that real services of this kind have made, to be started with on purpose: a rehearsal must find each. */
export const BUGS = {
  'wrong-tender': 'charges the ordinary card where the balance does not suffice, although its owner did not agree',
  'balance-zero-on-partition': 'cannot reach the balance now and then, takes that for a balance of zero, and charges the ordinary card',
  'double-charge': 'says that a payment was net-cancelled, and keeps the money',
  'tombstone-missing': 'forgets a net cancel that came before its payment, and approves the payment when it comes',
  'reuse-key-other-body': 'answers another payment with the same key as if it were the first',
  'dynamic-qr-forever': 'takes the QR of a terminal also after its three minutes',
  'unknown-forever': 'never finds out what became of a payment that the card network did not answer in time',
  'refund-beyond-captured': 'gives back more than was paid',
  'notification-wrong': 'tells some people that their payment failed when it was made',
  'settlement-skips': 'forgets some merchants when it pays out',
  'migration-lock': 'moves old cards to the new tables in batches that lock everybody else out',
  'lost-place': 'forgets the place of some people in line',
  'eta-constant': 'announces the same wait to everybody',
} as const;

export type OnnuriBug = keyof typeof BUGS;
