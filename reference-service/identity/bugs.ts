/** Mistakes that real services of this kind have made, to be started with on purpose: a rehearsal must find each. */
export const BUGS = {
  'unblock-early': 'lets blocked people in after half of their time',
  'strike-race': 'reads how often a person failed, and writes one more later, so that failures at the same time count once',
  'expired-code-accepted': 'does not look at the age of a code',
  'last-code-not-winning': 'accepts a code although a later one was sent',
  'manual-auto-released': 'lets people in by the clock whom only the desk may release',
  'pass-not-asked': 'takes people as confirmed before they confirmed in their PASS app',
  'wrong-number': 'gives some people the identifier of those who had their number before',
  'log-loss': 'loses some lines of the log of attempts',
  'sms-drought': 'has three of four sender numbers in the spam filters, and one message a second of the last',
  'carrier-outage': 'gets no answer but errors from one carrier',
} as const;

export type IdentityBug = keyof typeof BUGS;
